package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrdersModuleTests {

    private final Shop shop = new Shop(World.shared());

    @Test
    void anOrderIsPricedReservedAndPromisedInOneStep() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);

        Placed placed = shop.place(shop.draft(item.times(4)));

        assertThat(placed.confirmed()).isTrue();
        assertThat(placed.unitsReserved()).isEqualTo(4);
        assertThat(placed.totalMinor()).isEqualTo(1200);
        assertThat(placed.estimatedDelivery()).isAfter(LocalDate.of(2026, 3, 1));
        assertThat(shop.available(node, item)).isEqualTo(6);
        assertThat(shop.queries.timeline(placed.orderId()))
                .extracting(fact -> fact.fact().type())
                .containsExactly("OrderPlaced", "PaymentAuthorised");
    }

    @Test
    void theSameKeyGivesTheSameOrder() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);
        PlaceRequest request = new PlaceRequest(shop.cause(), shop.draft(item.times(1)));

        Outcome<Placed> first = shop.orders.place(List.of(request)).getFirst();
        Outcome<Placed> second = shop.orders.place(List.of(request)).getFirst();

        assertThat(second).isEqualTo(new Outcome.Done<>(first.orThrow(), true));
        assertThat(shop.available(node, item)).isEqualTo(9);
    }

    @Test
    void theSameExternalNumberGivesTheSameOrderAndOtherContentIsRefused() {
        Goods item = shop.item();
        OrderDraft draft = shop.draft(item.times(1));
        Placed first = shop.place(draft);

        Outcome<Placed> again = shop.tryPlace(draft);
        Outcome<Placed> other = shop.tryPlace(withLines(draft, item.times(2)));

        assertThat(again.orThrow().orderId()).isEqualTo(first.orderId());
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.replayed()).isTrue());
        assertThat(codes(other)).containsExactly("external-id-reused");
    }

    @Test
    void aBadOrderIsRefusedWithFieldAndReasonAndItsNeighboursGoOn() {
        Goods item = shop.item();
        OrderDraft good = shop.draft(item.times(1));
        OrderDraft bad = shop.draft(
                new OrderDraft.Line("NO-SUCH-SKU", BigDecimal.ONE, null, null),
                item.times(0),
                new OrderDraft.Line(item.sku(), new BigDecimal("1.5"), null, null));

        List<Outcome<Placed>> outcomes =
                shop.orders.place(List.of(new PlaceRequest(shop.cause(), bad), new PlaceRequest(shop.cause(), good)));

        assertThat(outcomes.get(1).isDone()).isTrue();
        Outcome.Refused<Placed> refused = (Outcome.Refused<Placed>) outcomes.getFirst();
        assertThat(refused.refusals())
                .extracting(r -> r.code() + " " + r.field())
                .containsExactly(
                        "unknown-sku lines[0].sku",
                        "not-positive lines[1].quantity",
                        "too-many-decimals lines[2].quantity");
    }

    @Test
    void whatIsShortIsBackorderedAndFilledWhenStockComesByPriorityThenAge() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 3);
        Placed first = shop.place(shop.draft(item.times(5)));
        Placed second = shop.place(shop.draft(item.times(2)));
        Placed urgent = shop.place(withPriority(shop.draft(item.times(2)), 9));
        assertThat(shop.units(first.orderId(), SliceState.RESERVED)).isEqualTo(3);
        assertThat(shop.units(first.orderId(), SliceState.BACKORDERED)).isEqualTo(2);

        shop.stock(node, item, 4);
        World.shared().bean(Backorders.class).sweep(shop.cause()).orThrow();

        assertThat(shop.units(urgent.orderId(), SliceState.RESERVED)).isEqualTo(2);
        assertThat(shop.units(first.orderId(), SliceState.RESERVED)).isEqualTo(5);
        assertThat(shop.units(second.orderId(), SliceState.BACKORDERED)).isEqualTo(2);
        assertThat(shop.available(node, item)).isZero();
    }

    @Test
    void theAddressesOfTheLatestOrdersAreAtHandEachOnce() {
        String customer = shop.customer(100_000);
        Goods item = shop.item();
        Address shop1 = address("Ada Buyer", "12 High Street");
        Address again = address("ADA BUYER", "12, High street");
        Address office = address("Ada's Office", "1 Mill Lane");
        shop.place(to(shop.onAccount(customer, item.times(1)), shop1, null));
        shop.place(to(shop.onAccount(customer, item.times(1)), office, shop1));
        shop.place(to(shop.onAccount(customer, item.times(1)), again, null));
        long id = Objects.requireNonNull(World.shared()
                        .bean(Customers.class)
                        .byNumber(List.of(customer))
                        .get(customer))
                .id();

        RecentAddresses recent = shop.queries.recentAddresses(id);

        assertThat(recent.shipTo()).containsExactly(again, office);
        assertThat(recent.billTo()).containsExactly(shop1);
        assertThat(shop.queries.recentAddresses(-1)).isEqualTo(new RecentAddresses(List.of(), List.of()));
    }

    private static Address address(String name, String street) {
        return new Address(name, "", street, "", "Leeds", "", "LS1 4AB", "GB", "", "");
    }

    private static OrderDraft to(OrderDraft draft, Address shipTo, @Nullable Address billTo) {
        return new OrderDraft(
                draft.channel(),
                draft.externalId(),
                draft.customer(),
                draft.currency(),
                draft.priority(),
                draft.requestedOn(),
                draft.method(),
                draft.shipComplete(),
                draft.shipmentsMax(),
                draft.onlyNode(),
                draft.terms(),
                draft.payment(),
                shipTo,
                billTo,
                draft.lines(),
                draft.discountMinor(),
                draft.shippingMinor(),
                draft.comment(),
                draft.ifShort());
    }

    @Test
    void cancellingOneOfTwoGivesTheStockBackAndClosesNothingElse() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 2);
        Placed placed = shop.place(shop.draft(item.times(2)));

        Cancelled cancelled = shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, 1)), "changed mind"))
                .orThrow();

        assertThat(cancelled.lines()).containsExactly(new Cancelled.Line(1, 1, 0));
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(1);
        assertThat(shop.available(node, item)).isEqualTo(1);
        assertThat(shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
    }

    @Test
    void cancellingEverythingEndsTheOrderWithItsPostage() {
        long node = shop.node();
        Goods item = shop.item();
        Goods postage = shop.item(ItemKind.SERVICE, "3.00");
        shop.stock(node, item, 2);
        Placed placed = shop.place(shop.draft(item.times(2), postage.times(1)));

        shop.orders
                .cancel(shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "no longer wanted"))
                .orThrow();

        assertThat(shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CANCELLED);
        assertThat(shop.units(placed.orderId(), SliceState.CANCELLED)).isEqualTo(3);
        assertThat(shop.available(node, item)).isEqualTo(2);
    }

    @Test
    void moreThanWasOrderedCannotBeCancelledAndNothingChanges() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 2);
        Placed placed = shop.place(shop.draft(item.times(2)));
        Outcome<Cancelled> refused = shop.orders.cancel(
                shop.cause(), new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, 3)), "x"));
        assertThat(codes(refused)).containsExactly("not-cancellable");
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(2);
    }

    @Test
    void aStaleVersionIsRefused() {
        Goods item = shop.item();
        Placed placed = shop.place(shop.draft(item.times(2)));
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), 1, List.of(new CancelOrder.Line(1, 1)), "first"))
                .orThrow();
        assertThat(codes(shop.orders.cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), 1, List.of(new CancelOrder.Line(1, 1)), "second"))))
                .containsExactly("stale-version");
    }

    @Test
    void creditIsTakenAtPlacementHeldAboveTheLimitAndGivenBackOnCancel() {
        Goods item = shop.item();
        String number = shop.customer(1_000);
        long customer = Objects.requireNonNull(World.shared()
                        .bean(Customers.class)
                        .byNumber(List.of(number))
                        .get(number))
                .id();
        Placed first = shop.place(shop.onAccount(number, item.times(3)));
        Placed second = shop.place(shop.onAccount(number, item.times(1)));
        assertThat(first.holds()).isEmpty();
        assertThat(second.holds()).containsExactly("CREDIT");
        assertThat(exposure(customer)).isEqualTo(1_200);

        shop.orders
                .cancel(shop.cause(), new CancelOrder(first.orderId(), null, List.of(), "changed mind"))
                .orThrow();
        assertThat(exposure(customer)).isEqualTo(300);
    }

    @Test
    void aHoldBlocksReleaseUntilItIsReleasedWithAReason() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 1);
        Placed placed = shop.place(shop.draft(item.times(1)));
        Holds.Held held = shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(placed.orderId(), HoldType.REVIEW, "look first")))
                .orThrow();
        assertThat(releasable(node)).isZero();

        assertThat(codes(shop.holds.release(shop.cause(), held.holdIds(), " "))).containsExactly("no-reason");
        shop.holds.release(shop.cause(), held.holdIds(), "looked").orThrow();
        shop.holds.release(shop.cause(), held.holdIds(), "twice is harmless").orThrow();

        assertThat(releasable(node)).isEqualTo(1);
    }

    @Test
    void anOrderOfServicesOnlyIsRenderedAndClosedAtOnce() {
        Goods fee = shop.item(ItemKind.SERVICE, "7.50");
        Placed placed = shop.place(shop.draft(fee.times(1)));
        assertThat(shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(shop.units(placed.orderId(), SliceState.DELIVERED)).isEqualTo(1);
    }

    @Test
    void theNodeThatAPersonChoosesIsUsed() {
        long near = shop.node();
        long other = shop.node();
        Goods item = shop.item();
        shop.stock(near, item, 5);
        shop.stock(other, item, 5);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long first = Objects.requireNonNull(
                shop.detail(placed.orderId()).slices().getFirst().nodeId());
        long wanted = first == near ? other : near;
        String code = World.shared().bean(dev.orderwright.inventory.Inventory.class).nodes().stream()
                .filter(n -> n.id() == wanted)
                .findFirst()
                .orElseThrow()
                .code();

        shop.orders
                .chooseNode(shop.cause(), placed.orderId(), null, code, "customer collects there")
                .orThrow();

        assertThat(shop.detail(placed.orderId()).slices())
                .allSatisfy(slice -> assertThat(slice.nodeId()).isEqualTo(wanted));
        assertThat(shop.available(first, item)).isEqualTo(5);
    }

    @Test
    void anOrderThatIsOnlyWantedFromStockIsRefusedWhenSomethingIsShortAndHoldsNothing() {
        long node = shop.node();
        Goods there = shop.item();
        Goods scarce = shop.item();
        shop.stock(node, there, 5);
        shop.stock(node, scarce, 1);
        OrderDraft wanted = onlyFromStock(shop.draft(there.times(2), scarce.times(2)));

        assertThat(codes(shop.tryPlace(wanted))).containsExactly("out-of-stock");
        assertThat(shop.available(node, there)).isEqualTo(5);
        assertThat(shop.available(node, scarce)).isEqualTo(1);

        shop.stock(node, scarce, 1);
        Placed placed = shop.place(wanted);
        assertThat(placed.unitsReserved()).isEqualTo(4);
        assertThat(placed.unitsBackordered()).isZero();
    }

    @Test
    void whatIsRefusedBecauseItIsShortTakesNoCreditFromItsNeighbours() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 1);
        String customer = shop.customer(100_000);
        List<Outcome<Placed>> outcomes = shop.orders.place(List.of(
                new PlaceRequest(shop.cause(), onlyFromStock(shop.onAccount(customer, item.times(50)))),
                new PlaceRequest(shop.cause(), shop.onAccount(customer, item.times(1)))));

        assertThat(codes(outcomes.getFirst())).containsExactly("out-of-stock");
        Placed placed = outcomes.getLast().orThrow();
        assertThat(placed.holds()).isEmpty();
        long id = World.shared()
                .bean(Customers.class)
                .byNumber(List.of(customer))
                .values()
                .iterator()
                .next()
                .id();
        assertThat(exposure(id)).isEqualTo(placed.totalMinor());
    }

    static OrderDraft onlyFromStock(OrderDraft d) {
        return like(d, d.priority(), d.lines(), IfShort.REFUSE);
    }

    private long releasable(long node) {
        return shop.inRun(run ->
                shop
                        .slices
                        .claimReleasable(run, new OrderSlices.ReleaseFilter(node, null, null), 10)
                        .candidates()
                        .stream()
                        .flatMap(candidate -> candidate.slices().stream())
                        .mapToLong(Slice::quantity)
                        .sum());
    }

    private long exposure(long customer) {
        return World.shared()
                .bean(Customers.class)
                .credit(customer)
                .orElseThrow()
                .exposureMinor();
    }

    static OrderDraft withLines(OrderDraft d, OrderDraft.Line... lines) {
        return like(d, d.priority(), List.of(lines), d.ifShort());
    }

    static OrderDraft withPriority(OrderDraft d, int priority) {
        return like(d, priority, d.lines(), d.ifShort());
    }

    private static OrderDraft like(
            OrderDraft d, @Nullable Integer priority, List<OrderDraft.Line> lines, IfShort ifShort) {
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
                lines,
                d.discountMinor(),
                d.shippingMinor(),
                d.comment(),
                ifShort);
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.refusals().stream().map(r -> r.code()).toList()
                : List.of("done");
    }
}
