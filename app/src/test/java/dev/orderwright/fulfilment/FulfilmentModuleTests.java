package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfilmentModuleTests {

    private final Floor floor = new Floor(World.shared());
    private final Shop shop = floor.shop;

    @AfterEach
    void lawsHold() {
        floor.assertLawsHold();
    }

    @Test
    void releasingMakesOneWorkForEachNodeAndClaimsBinByBin() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-02", 3);
        floor.stock(node, item, "A-01", 4);
        Placed placed = shop.place(shop.draft(item.times(5), item.times(1)));

        List<Released.Work> works = floor.release(node);

        assertThat(works).hasSize(1);
        assertThat(works.getFirst().orderId()).isEqualTo(placed.orderId());
        assertThat(works.getFirst().units()).isEqualTo(6);
        assertThat(floor.tasks(works.getFirst().fulfilmentId()))
                .extracting(t -> t.lineNo() + " " + t.bin() + " " + t.quantity())
                .containsExactly("1 A-01 4", "1 A-02 1", "2 A-02 1");
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(6);
        assertThat(floor.release(node)).as("nothing is released twice").isEmpty();
    }

    @Test
    void heldOrdersAreNotReleased() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 4);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long hold = hold(placed.orderId(), HoldType.REVIEW, Set.of());

        assertThat(floor.release(node)).isEmpty();

        shop.holds.release(shop.cause(), List.of(hold), "looked").orThrow();
        assertThat(floor.release(node)).hasSize(1);
    }

    private long hold(long orderId, HoldType type, Set<HoldBlock> blocks) {
        return shop.holds
                .place(
                        shop.cause(),
                        List.of(new Holds.Wish(HoldScope.ORDER, orderId, orderId, 0, type, blocks, "a look", null)))
                .orThrow()
                .holdIds()
                .getFirst();
    }

    @Test
    void anEmptyRoundOfReleasingLeavesNoCommandBehind() {
        ReleaseFilter filter = new ReleaseFilter(shop.node(), null, null);
        long before = floor.count("select count(*) from shared.command");
        assertThat(floor.fulfilment.releaseRound(shop.cause(), filter, 10).works())
                .isEmpty();
        assertThat(floor.count("select count(*) from shared.command")).isEqualTo(before);
    }

    @Test
    void whoeverFoundNothingToReleaseIsToldSoAgainUnderTheSameKey() {
        long node = shop.node();
        ReleaseFilter filter = new ReleaseFilter(node, null, null);
        Cause cause = shop.cause();
        assertThat(floor.fulfilment.release(cause, filter, 10).orThrow().works())
                .isEmpty();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 2);
        shop.place(shop.draft(item.times(2)));
        assertThat(floor.fulfilment.release(cause, filter, 10))
                .isEqualTo(new Outcome.Done<>(new Released(List.of()), true));
        assertThat(floor.release(node)).hasSize(1);
    }

    @Test
    void pickingMovesExactlyWhatWasScannedAndEndsPicked() {
        long node = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        floor.stock(node, item, "A-01", 5);
        floor.stock(node, other, "A-02", 5);
        Placed placed = shop.place(shop.draft(item.times(3), other.times(1)));
        long id = floor.beginOne(node, placed);

        floor.pick(id, item, "A-01", 2).orThrow();
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(2);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKING);
        assertThat(floor.queries.pickList(id).orElseThrow().next())
                .hasValueSatisfying(stop -> assertThat(stop.task().open()).isEqualTo(1));

        floor.pick(id, item, "A-01", 1).orThrow();
        WorkResult last = floor.pick(id, other, "A-02", 1).orThrow();
        assertThat(last.state()).isEqualTo(FulfilmentState.PICKED);
        assertThat(shop.queries.timeline(placed.orderId()))
                .extracting(fact -> fact.fact().type())
                .containsSubsequence("FulfilmentReleased", "FulfilmentAccepted", "PickingStarted", "FulfilmentPicked");
    }

    @Test
    void theWrongItemIsRefusedWithWhatWasExpected() {
        long node = shop.node();
        Goods item = shop.item();
        Goods wrong = shop.item();
        floor.stock(node, item, "A-01", 5);
        long id = floor.beginOne(node, shop.place(shop.draft(item.times(1))));

        Outcome<WorkResult> refused = floor.pick(id, wrong, "A-01", 1);

        assertThat(Floor.codes(refused)).containsExactly("wrong-item");
        assertThat(((Outcome.Refused<WorkResult>) refused).first().reason())
                .contains("Expected " + item.sku() + " from bin A-01");
        assertThat(Floor.codes(floor.fulfilment.pick(shop.cause(), id, List.of(new Scan("no such", "A-01", 1)))))
                .containsExactly("wrong-item");
    }

    @Test
    void theWrongBinAndMoreThanWantedAreRefusedAndNothingIsBooked() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);

        assertThat(Floor.codes(floor.pick(id, item, "B-01", 1))).containsExactly("wrong-bin");
        assertThat(Floor.codes(floor.pick(id, item, "A-01", 3))).containsExactly("over-pick");
        assertThat(Floor.codes(floor.pick(id, item, "A-01", 0))).containsExactly("not-positive");
        assertThat(Floor.codes(floor.fulfilment.pick(
                        shop.cause(), id, List.of(new Scan(item.sku(), "A-01", 2), new Scan(item.sku(), "A-01", 1)))))
                .as("scans of one list are added up")
                .containsExactly("over-pick");
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isZero();
    }

    @Test
    void aBarcodeIsAsGoodAsTheSku() {
        long node = shop.node();
        String sku = shop.word("T");
        String barcode = shop.word("9");
        long id = World.shared()
                .bean(Catalog.class)
                .define(
                        shop.cause(),
                        List.of(new ItemDraft(
                                Sku.of(sku),
                                "Mug",
                                ItemKind.STOCKED,
                                0,
                                300,
                                new BigDecimal("4.00"),
                                "GBP",
                                TaxCategory.STANDARD,
                                barcode)))
                .orThrow()
                .items()
                .getFirst()
                .id();
        Goods mug = new Goods(id, sku);
        floor.stock(node, mug, "A-01", 5);
        long work = floor.beginOne(node, shop.place(shop.draft(mug.times(1))));

        WorkResult picked = floor.fulfilment
                .pick(shop.cause(), work, List.of(new Scan(barcode, "A-01", 1)))
                .orThrow();

        assertThat(picked.state()).isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void aHoldOnPickingStopsThePicker() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(1)));
        long id = floor.beginOne(node, placed);
        long hold = hold(placed.orderId(), HoldType.CUSTOMER_REQUEST, Set.of(HoldBlock.PICK));

        assertThat(Floor.codes(floor.pick(id, item, "A-01", 1))).containsExactly("held");

        shop.holds.release(shop.cause(), List.of(hold), "go on").orThrow();
        assertThat(floor.pick(id, item, "A-01", 1).isDone()).isTrue();
    }

    @Test
    void workIsAcceptedAndStartedBeforeItIsPicked() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        shop.place(shop.draft(item.times(1)));
        long id = floor.releaseOne(node);

        assertThat(Floor.codes(floor.pick(id, item, "A-01", 1))).containsExactly("not-picking");
        assertThat(Floor.codes(floor.fulfilment.startPick(shop.cause(), id, Floor.PICKER)))
                .containsExactly("not-accepted");
        floor.fulfilment.accept(shop.cause(), id).orThrow();
        floor.fulfilment.accept(shop.cause(), id).orThrow();
        assertThat(Floor.codes(floor.fulfilment.startPick(shop.cause(), id, " ")))
                .containsExactly("no-assignee");
        assertThat(floor.fulfilment
                        .startPick(shop.cause(), id, Floor.PICKER)
                        .orThrow()
                        .state())
                .isEqualTo(FulfilmentState.PICKING);
        assertThat(Floor.codes(floor.fulfilment.accept(shop.cause(), 42L))).containsExactly("unknown-fulfilment");
    }

    @Test
    void aPickListBelongsToItsPickerUntilTheLeaseRunsOut() {
        World world = World.shared();
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        shop.place(shop.draft(item.times(2)));
        long id = floor.releaseOne(node);
        floor.fulfilment.accept(shop.cause(), id).orThrow();
        floor.fulfilment.startPick(shop.cause(), id, "ann").orThrow();

        assertThat(Floor.codes(floor.pick(id, item, "A-01", 1))).containsExactly("assigned");
        assertThat(Floor.codes(floor.fulfilment.startPick(shop.cause(), id, "bob")))
                .containsExactly("assigned");
        Cause ann = Cause.of(
                Actor.user("ann"), shop.word("k"), world.clock().instant().plus(Duration.ofMinutes(20)));
        floor.fulfilment.pick(ann, id, List.of(new Scan(item.sku(), "A-01", 1))).orThrow();
        assertThat(floor.work(id).leasedUntil())
                .as("a pick is a sign of life")
                .isEqualTo(ann.at().plus(Duration.ofMinutes(30)));

        Cause later = Cause.of(Actor.user("bob"), shop.word("k"), ann.at().plus(Duration.ofMinutes(31)));
        floor.fulfilment.startPick(later, id, "bob").orThrow();
        assertThat(floor.fulfilment
                        .pick(later.step("pick"), id, List.of(new Scan(item.sku(), "A-01", 1)))
                        .orThrow()
                        .state())
                .isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void aSetAnswersForEachWorkApart() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 9);
        shop.place(shop.draft(item.times(1)));
        shop.place(shop.draft(item.times(2)));
        List<Long> ids =
                floor.release(node).stream().map(Released.Work::fulfilmentId).toList();
        ids.forEach(floor::begin);

        WorkResults results = floor.fulfilment
                .pick(
                        shop.cause(),
                        List.of(
                                new PickConfirm(ids.get(0), floor.openScans(ids.get(0))),
                                new PickConfirm(ids.get(1), List.of(new Scan("other", "A-01", 1))),
                                new PickConfirm(99, List.of())))
                .orThrow();

        assertThat(results.results()).extracting(WorkResult::wasDone).containsExactly(true, false, false);
        assertThat(results.results().get(0).state()).isEqualTo(FulfilmentState.PICKED);
        assertThat(results.results().get(1).refusals().getFirst().code()).isEqualTo("wrong-item");
        assertThat(results.results().get(2).refusals().getFirst().code()).isEqualTo("unknown-fulfilment");
    }

    @Test
    void workListsShowTheMostUrgentFirst() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 9);
        Placed calm = shop.place(shop.draft(item.times(1)));
        Placed urgent = shop.place(withPriority(shop.draft(item.times(2)), 9));
        floor.release(node);

        List<WorkRow> rows = floor.queries.list(WorkFilter.of(WorkList.TO_ACCEPT, node), 10);

        assertThat(rows).extracting(row -> row.work().orderId()).containsExactly(urgent.orderId(), calm.orderId());
        assertThat(rows.getFirst().openUnits()).isEqualTo(2);
        assertThat(floor.queries.counts(node))
                .containsEntry(WorkList.TO_ACCEPT, 2L)
                .containsEntry(WorkList.TO_PICK, 0L);
    }

    @Test
    void onlyWhatMustLeaveByThenIsReleased() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 9);
        Placed placed = shop.place(shop.draft(item.times(1)));
        LocalDate shipOn = Objects.requireNonNull(
                shop.detail(placed.orderId()).slices().getFirst().shipOn());

        assertThat(floor.fulfilment
                        .release(shop.cause(), new ReleaseFilter(node, shipOn.minusDays(1), null), 10)
                        .orThrow()
                        .works())
                .isEmpty();
        assertThat(floor.fulfilment
                        .release(shop.cause(), new ReleaseFilter(node, shipOn, null), 10)
                        .orThrow()
                        .works())
                .hasSize(1);
    }

    static OrderDraft withPriority(OrderDraft d, int priority) {
        return new OrderDraft(
                d.channel(),
                d.externalId(),
                d.customer(),
                d.currency(),
                priority,
                d.requestedOn(),
                d.method(),
                d.shipComplete(),
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
                IfShort.BACKORDER);
    }
}
