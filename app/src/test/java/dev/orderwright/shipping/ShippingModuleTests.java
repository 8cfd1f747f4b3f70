package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.Parcel.Measures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShippingModuleTests {

    private final Dock dock = new Dock(World.shared());
    private final Shop shop = dock.shop;

    @AfterEach
    void lawsHold() {
        dock.assertLawsHold();
    }

    private Instant later(int days) {
        return World.shared().clock().instant().plus(Duration.ofDays(days));
    }

    @Test
    void fromThePackingTableToTheDoorAndTheOrderClosesByItself() {
        Picked picked = dock.picked(3);

        Packed packed = dock.pack(picked, 3);
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.PACKED);
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.SEALED);
        assertThat(dock.queries
                        .byId(packed.packageId())
                        .orElseThrow()
                        .measures()
                        .weightGrams())
                .isEqualTo(3 * 250 + PackRules.TARE_GRAMS);

        Packed labelled = dock.label(packed.packageId());
        assertThat(labelled.state()).isEqualTo(PackageState.LABELLED);
        assertThat(labelled.trackingNumber()).startsWith("HP");

        HandedOver gone = dock.shipping
                .handOver(shop.cause(), List.of(packed.packageId()))
                .orThrow();
        assertThat(gone.shipments()).hasSize(1).first().satisfies(shipment -> {
            assertThat(shipment.number()).startsWith("SH-");
            assertThat(shipment.manifest()).startsWith("MF-");
            assertThat(shipment.units()).isEqualTo(3);
            assertThat(shipment.fulfilmentId()).isEqualTo(picked.work());
        });
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.SHIPPED);

        dock.pollUntil(later(1));
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.IN_TRANSIT);
        dock.pollUntil(later(9));
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.DELIVERED);
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.CLOSED);
        assertThat(shop.detail(picked.placed().orderId()).head().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(shop.queries.timeline(picked.placed().orderId()))
                .extracting(fact -> fact.fact().type())
                .containsSubsequence(
                        "FulfilmentPicked",
                        "PackageSealed",
                        "FulfilmentPacked",
                        "LabelBought",
                        "ShipmentHandedOver",
                        "PackageDelivered",
                        "OrderClosed");
    }

    @Test
    void everyUnitIsScannedIntoAPackage() {
        Picked picked = dock.picked(3);
        Goods stranger = shop.item();
        Packed open = dock.packing
                .open(shop.cause(), picked.work())
                .orThrow()
                .packages()
                .getFirst();

        Outcome<PackResult> wrong = dock.packing.scan(shop.cause(), open.packageId(), stranger.sku(), 1);
        assertThat(Floor.codes(wrong)).containsExactly("wrong-item");
        assertThat(((Outcome.Refused<PackResult>) wrong).first().reason())
                .contains("Still to be packed: " + picked.item().sku());
        assertThat(Floor.codes(dock.packing.scan(
                        shop.cause(), open.packageId(), picked.item().sku(), 4)))
                .containsExactly("over-pack");
        assertThat(Floor.codes(dock.packing.seal(shop.cause(), open.packageId(), Measures.NONE)))
                .containsExactly("empty-package");

        for (int i = 0; i < 3; i++) {
            dock.packing
                    .scan(shop.cause(), open.packageId(), picked.item().sku(), 1)
                    .orThrow();
        }
        assertThat(Floor.codes(dock.shipping.label(shop.cause(), open.packageId(), false)))
                .containsExactly("not-sealed");
        dock.packing
                .seal(shop.cause(), open.packageId(), new Measures(900, 300, 200, 100))
                .orThrow();
        assertThat(dock.queries.byId(open.packageId()).orElseThrow().measures())
                .isEqualTo(new Measures(900, 300, 200, 100));
        assertThat(dock.label(open.packageId()).state()).isEqualTo(PackageState.LABELLED);
    }

    @Test
    void unitsCanBeTakenOutAgainAndAPackageOpened() {
        Picked picked = dock.picked(2);
        Packed packed = dock.pack(picked, 2);

        dock.packing.reopen(shop.cause(), packed.packageId()).orThrow();
        dock.packing
                .takeOut(shop.cause(), packed.packageId(), picked.item().sku(), 1)
                .orThrow();
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.PICKED);
        assertThat(Floor.codes(dock.packing.takeOut(
                        shop.cause(), packed.packageId(), picked.item().sku(), 2)))
                .containsExactly("not-in-package");
        assertThat(Floor.codes(dock.packing.discard(shop.cause(), packed.packageId())))
                .containsExactly("not-empty");
        dock.packing
                .takeOut(shop.cause(), packed.packageId(), picked.item().sku(), 1)
                .orThrow();
        dock.packing.discard(shop.cause(), packed.packageId()).orThrow();
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.VOIDED);
        assertThat(shop.units(picked.placed().orderId(), SliceState.PICKED)).isEqualTo(2);
    }

    @Test
    void noLabelBeforeEverythingIsPackedUnlessSomebodyChoosesToShipAPart() {
        Picked picked = dock.picked(3);
        Packed first = dock.pack(picked, 2);

        assertThat(Floor.codes(dock.shipping.label(shop.cause(), first.packageId(), false)))
                .containsExactly("not-complete");
        dock.shipping.label(shop.cause(), first.packageId(), true).orThrow();
        dock.shipping.handOver(shop.cause(), List.of(first.packageId())).orThrow();
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.PICKED);

        Packed second = dock.labelled(picked, 1);
        HandedOver gone = dock.shipping
                .handOver(shop.cause(), List.of(second.packageId(), first.packageId()))
                .orThrow();
        assertThat(gone.refused())
                .extracting(result -> result.refusals().getFirst().code())
                .containsExactly("already-gone");
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(dock.queries
                        .shipmentsOfOrders(List.of(picked.placed().orderId()))
                        .values())
                .first()
                .satisfies(shipments ->
                        assertThat(shipments).extracting(Shipment::units).containsExactly(2L, 1L));
    }

    @Test
    void anOrderToBeShippedCompleteWaitsForWhatIsMissing() {
        Picked picked = dock.picked(1);
        long node = picked.node();
        Goods item = shop.item();
        dock.floor.stock(node, item, "A-01", 3);
        Placed placed = shop.place(complete(shop.draft(item.times(3))));
        long work = dock.floor.beginOne(node, placed);
        dock.floor
                .fulfilment
                .shortPick(
                        shop.cause(),
                        new dev.orderwright.fulfilment.ShortPick(
                                work, 1, 1, dev.orderwright.fulfilment.ShortPick.Reason.DAMAGED))
                .orThrow();
        dock.floor.pickAll(work);
        Packed packed = dock.pack(new Picked(placed, node, item, work), 2);

        assertThat(Floor.codes(dock.shipping.label(shop.cause(), packed.packageId(), false)))
                .containsExactly("ship-complete");
        assertThat(dock.shipping.label(shop.cause(), packed.packageId(), true).isDone())
                .isTrue();
    }

    private static dev.orderwright.orders.OrderDraft complete(dev.orderwright.orders.OrderDraft d) {
        return new dev.orderwright.orders.OrderDraft(
                d.channel(),
                d.externalId(),
                d.customer(),
                d.currency(),
                d.priority(),
                d.requestedOn(),
                d.method(),
                true,
                d.shipmentsMax(),
                d.onlyNode(),
                d.terms(),
                d.payment(),
                d.shipTo(),
                d.billTo(),
                d.lines(),
                d.discountMinor(),
                d.shippingMinor(),
                d.comment(),
                d.ifShort());
    }

    @Test
    void aLabelIsBoughtOnceHoweverOftenItIsAskedFor() {
        Picked picked = dock.picked(1);
        Packed packed = dock.pack(picked, 1);
        Cause cause = shop.cause();

        PackResult first = dock.shipping.label(cause, packed.packageId(), false).orThrow();
        PackResult again = dock.shipping.label(cause, packed.packageId(), false).orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(Floor.codes(dock.shipping.label(shop.cause(), packed.packageId(), false)))
                .containsExactly("label-bought");
        assertThat(dock.queries.labels(packed.packageId())).hasSize(1);
    }

    @Test
    void aVoidedLabelIsGivenBackAndAnotherOneBought() {
        Picked picked = dock.picked(1);
        Packed first = dock.labelled(picked, 1);
        assertThat(Floor.codes(dock.packing.reopen(shop.cause(), first.packageId())))
                .containsExactly("label-bought");

        dock.shipping.voidLabels(shop.cause(), List.of(first.packageId())).orThrow();
        assertThat(dock.state(first.packageId())).isEqualTo(PackageState.SEALED);
        Packed second = dock.label(first.packageId());

        assertThat(second.trackingNumber()).isNotEqualTo(first.trackingNumber());
        assertThat(dock.queries.labels(first.packageId()))
                .extracting(Label::state)
                .containsExactly(LabelState.VOIDED, LabelState.BOUGHT);
        dock.shipping.handOver(shop.cause(), List.of(first.packageId())).orThrow();
        assertThat(dock.shipping
                        .voidLabels(shop.cause(), List.of(first.packageId()))
                        .orThrow()
                        .refused()
                        .getFirst()
                        .refusals()
                        .getFirst()
                        .code())
                .isEqualTo("no-label");
    }

    private void askToCancel(Placed placed, long quantity) {
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(
                                placed.orderId(), null, List.of(new CancelOrder.Line(1, quantity)), "changed mind"))
                .orThrow();
    }

    @Test
    void unitsThatSomebodyWantsToCancelDoNotLeaveBeforeTheAnswer() {
        Picked picked = dock.picked(2);
        Packed labelled = dock.labelled(picked, 2);
        askToCancel(picked.placed(), 1);

        HandedOver refused = dock.shipping
                .handOver(shop.cause(), List.of(labelled.packageId()))
                .orThrow();
        assertThat(refused.shipments()).isEmpty();
        assertThat(refused.refused().getFirst().refusals().getFirst().code()).isEqualTo("cancel-asked");

        dock.floor
                .fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(picked.work(), false, "on the truck"))
                .orThrow();
        assertThat(dock.shipping
                        .handOver(shop.cause(), List.of(labelled.packageId()))
                        .orThrow()
                        .shipments())
                .hasSize(1);
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.SHIPPED);
    }

    @Test
    void aPackageOutOfWhichUnitsWereCancelledIsOpenAgainAndItsLabelGivenBack() {
        Picked picked = dock.picked(2);
        Packed labelled = dock.labelled(picked, 2);
        askToCancel(picked.placed(), 1);
        dock.floor
                .fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(picked.work(), true, ""))
                .orThrow();

        assertThat(dock.state(labelled.packageId())).isEqualTo(PackageState.OPEN);
        dock.shipping.work(shop.cause());
        assertThat(dock.queries.labels(labelled.packageId()))
                .extracting(Label::state)
                .containsExactly(LabelState.VOIDED);
        dock.packing.seal(shop.cause(), labelled.packageId(), Measures.NONE).orThrow();
        assertThat(dock.label(labelled.packageId()).trackingNumber()).isNotEqualTo(labelled.trackingNumber());
    }

    @Test
    void aPackageOutOfWhichEverythingWasCancelledIsVoid() {
        Picked picked = dock.picked(2);
        Packed packed = dock.pack(picked, 2);
        askToCancel(picked.placed(), 2);
        dock.floor
                .fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(picked.work(), true, ""))
                .orThrow();

        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.VOIDED);
        assertThat(dock.floor.state(picked.work())).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(shop.detail(picked.placed().orderId()).head().lifecycle()).isEqualTo(Lifecycle.CANCELLED);
        assertThat(shop.available(picked.node(), picked.item())).isEqualTo(2);
    }

    @Test
    void holdsOnPackingAndShippingAreKept() {
        Picked picked = dock.picked(1);
        long pack = hold(picked.placed(), HoldBlock.PACK);
        assertThat(Floor.codes(dock.packing.open(shop.cause(), picked.work()))).containsExactly("held");
        shop.holds.release(shop.cause(), List.of(pack), "go on").orThrow();

        Packed labelled = dock.labelled(picked, 1);
        hold(picked.placed(), HoldBlock.SHIP);
        assertThat(dock.shipping
                        .handOver(shop.cause(), List.of(labelled.packageId()))
                        .orThrow()
                        .refused()
                        .getFirst()
                        .refusals()
                        .getFirst()
                        .code())
                .isEqualTo("held");
    }

    private long hold(Placed placed, HoldBlock what) {
        return shop.holds
                .place(
                        shop.cause(),
                        List.of(new Holds.Wish(
                                HoldScope.ORDER,
                                placed.orderId(),
                                placed.orderId(),
                                0,
                                HoldType.CUSTOMER_REQUEST,
                                Set.of(what),
                                "wait",
                                null)))
                .orThrow()
                .holdIds()
                .getFirst();
    }

    @Test
    void aSetOfBoxesIsPackedOrRefusedWorkByWork() {
        Picked one = dock.picked(3);
        Picked two = dock.picked(1);

        PackResults results = dock.packing
                .pack(
                        shop.cause(),
                        List.of(
                                new PackConfirm(
                                        one.work(),
                                        List.of(
                                                new Box(
                                                        List.of(new Content(
                                                                one.item().sku(), 2)),
                                                        Measures.NONE),
                                                new Box(
                                                        List.of(new Content(
                                                                one.item().sku(), 1)),
                                                        Measures.NONE))),
                                new PackConfirm(
                                        two.work(),
                                        List.of(new Box(
                                                List.of(new Content(one.item().sku(), 1)), Measures.NONE)))))
                .orThrow();

        assertThat(results.results()).extracting(PackResult::wasDone).containsExactly(true, false);
        assertThat(results.results().getFirst().packages()).hasSize(2);
        assertThat(results.refused().getFirst().refusals().getFirst().code()).isEqualTo("wrong-item");
        List<Long> ids = results.results().getFirst().packages().stream()
                .map(Packed::packageId)
                .toList();
        assertThat(dock.shipping.label(shop.cause(), ids, false).orThrow().results())
                .allMatch(PackResult::wasDone)
                .extracting(result -> result.packages().getFirst().trackingNumber())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(dock.shipping.handOver(shop.cause(), ids).orThrow().shipments())
                .as("what leaves together is one shipment")
                .hasSize(1);
    }

    @Test
    void eventsOfUnknownParcelsAreKeptUntilTheParcelIsKnown() {
        Picked picked = dock.picked(1);
        Packed packed = dock.pack(picked, 1);
        String number = OwnCarrier.trackingNumber(Label.key(packed.packageId(), 1));
        TrackingEvent early = new TrackingEvent(
                OwnCarrier.CODE, number, shop.word("e"), TrackingCode.IN_TRANSIT, later(1), "Hull", "seen", "{}");

        Tracked first = dock.shipping.track(shop.cause(), List.of(early, early)).orThrow();
        assertThat(first.unknown()).isEqualTo(1);
        assertThat(dock.queries.unknownEvents(500)).contains(early);

        dock.label(packed.packageId());
        assertThat(dock.shipping.work(shop.cause())).isPositive();
        assertThat(dock.queries.unknownEvents(500)).doesNotContain(early);
        assertThat(dock.state(packed.packageId()))
                .as("it has not left by our books")
                .isEqualTo(PackageState.LABELLED);

        dock.shipping.handOver(shop.cause(), List.of(packed.packageId())).orThrow();
        assertThat(dock.state(packed.packageId()))
                .as("what was seen early counts once it has left")
                .isEqualTo(PackageState.IN_TRANSIT);
    }

    @Test
    void theSameEventCountsOnce() {
        Picked picked = dock.picked(1);
        Packed shipped = dock.shipped(picked, 1);
        List<TrackingEvent> feed = dock.feed(shipped.packageId());

        Tracked once = dock.shipping.track(shop.cause(), feed).orThrow();
        Tracked twice = dock.shipping.track(shop.cause(), feed).orThrow();

        assertThat(once.booked()).isEqualTo(feed.size());
        assertThat(twice.booked()).isZero();
        assertThat(twice.repeated()).isEqualTo(feed.size());
        assertThat(dock.state(shipped.packageId())).isEqualTo(PackageState.DELIVERED);
        assertThat(dock.queries
                        .byId(shipped.packageId())
                        .orElseThrow()
                        .journey()
                        .deliveredAt())
                .isEqualTo(feed.getLast().at());
    }

    @Test
    void aParcelThatIsGivenUpBringsItsOrderToAnEnd() {
        Picked picked = dock.picked(2);
        Packed shipped = dock.shipped(picked, 2);

        assertThat(Floor.codes(dock.shipping.writeOff(shop.cause(), new WriteOff(shipped.packageId(), false, " "))))
                .containsExactly("no-reason");
        dock.shipping
                .writeOff(shop.cause(), new WriteOff(shipped.packageId(), false, "not seen for a month"))
                .orThrow();

        assertThat(dock.state(shipped.packageId())).isEqualTo(PackageState.LOST);
        assertThat(shop.units(picked.placed().orderId(), SliceState.LOST)).isEqualTo(2);
        assertThat(shop.detail(picked.placed().orderId()).head().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        dock.shipping.track(shop.cause(), dock.feed(shipped.packageId())).orThrow();
        assertThat(dock.state(shipped.packageId())).isEqualTo(PackageState.LOST);
    }
}
