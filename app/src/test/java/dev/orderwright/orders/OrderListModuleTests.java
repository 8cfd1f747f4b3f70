package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.OrderList.Sight;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.orders.OrderQueries.Row;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of orders in small windows against a look at all orders in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderListModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int ORDERS = 60;

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final SplittableRandom random = new SplittableRandom(7);
    private final OrderList list =
            new OrderList(world.bean(OrderListStore.class), new Sight(50, 1_000), new Sight(2, 10));
    private final String channel = shop.word("list-");
    private final List<Known> all = new ArrayList<>();
    private final List<Shop.Goods> items = List.of(shop.item(), shop.item(), shop.item());
    private final List<String> customers = List.of(shop.customer(1_000_000_000), shop.customer(1_000_000_000));
    private Instant noon = Instant.EPOCH;
    private long shelf;

    /** What a test knows of an order. */
    private record Known(OrderHead head, long itemId, List<Slice> slices) {}

    @BeforeAll
    void ordersOfManyKindsOnDaysThatAreNotInTheOrderOfTheirIds() {
        shelf = shop.node();
        shop.stock(shelf, items.getFirst(), 1_000);
        noon = world.clock().instant();
        for (int i = 0; i < ORDERS; i++) {
            Shop.Goods item = items.get(random.nextInt(items.size()));
            OrderDraft draft = switch (random.nextInt(3)) {
                case 0 -> shop.draft(item.times(1 + random.nextInt(9)));
                case 1 -> shop.onAccount(customers.get(0), item.times(1 + random.nextInt(9)));
                default -> shop.onAccount(customers.get(1), item.times(1));
            };
            place(draft, item, noon.minus(Duration.ofDays(random.nextInt(10))));
        }
    }

    private void place(OrderDraft draft, Shop.Goods item, Instant at) {
        Cause cause = Cause.of(Actor.user("tester"), shop.word("k"), at);
        Placed placed = shop.orders
                .place(List.of(new PlaceRequest(cause, of(channel, draft))))
                .getFirst()
                .orThrow();
        if (random.nextInt(4) == 0) {
            shop.orders
                    .cancel(shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "no longer wanted"))
                    .orThrow();
        }
        OrderQueries.OrderDetail detail = shop.detail(placed.orderId());
        all.add(new Known(detail.head(), item.id(), detail.slices()));
    }

    private static OrderDraft of(String channel, OrderDraft draft) {
        return new OrderDraft(
                channel,
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
                draft.shipTo(),
                draft.billTo(),
                draft.lines(),
                draft.discountMinor(),
                draft.shippingMinor(),
                draft.comment(),
                draft.ifShort());
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void eachListHasExactlyTheOrdersThatFitInItsOrder(View view) {
        for (int round = 0; round < 40; round++) {
            Filter filter = filter(view);
            int limit = 1 + random.nextInt(7);

            assertThat(paged(filter, limit))
                    .as("%s, pages of %s", filter, limit)
                    .isEqualTo(expected(filter));
        }
    }

    /** Each filter is on or off by chance; the channel is this test's own. */
    private Filter filter(View view) {
        return new Filter(
                view,
                channel,
                maybe(all.get(random.nextInt(ORDERS)).head().customerId()),
                maybe(shelf),
                maybe(items.get(random.nextInt(items.size())).id()),
                null,
                null,
                maybe(noon.minus(Duration.ofDays(random.nextInt(12)))),
                maybe(noon.minus(Duration.ofDays(random.nextInt(12)))),
                maybe((long) random.nextInt(4_000)),
                maybe("STANDARD"),
                maybe(TODAY.plusDays(random.nextInt(6) - 3)),
                maybe(TODAY.plusDays(random.nextInt(6) - 3)),
                TODAY);
    }

    private <T> @Nullable T maybe(@Nullable T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private List<String> paged(Filter filter, int limit) {
        List<String> numbers = new ArrayList<>();
        Long before = null;
        do {
            Listed page = list.find(filter, before, limit);
            assertThat(page.rows().size() == limit || page.next() == null || page.lookedBackTo() != null)
                    .as("a short page with a next one tells how far it looked")
                    .isTrue();
            page.rows().stream().map(Row::number).forEach(numbers::add);
            before = page.next();
        } while (before != null);
        return numbers;
    }

    private List<String> expected(Filter filter) {
        Comparator<Known> byId =
                Comparator.comparingLong((Known known) -> known.head().id());
        Comparator<Known> byDay =
                Comparator.comparing((Known known) -> known.head().placedAt()).thenComparing(byId);
        boolean goesByDay = OrderListStore.Walk.of(filter) == OrderListStore.Walk.PLACED;
        return all.stream()
                .filter(fits(filter))
                .sorted((goesByDay ? byDay : byId).reversed())
                .map(known -> known.head().number())
                .toList();
    }

    private static Predicate<Known> fits(Filter filter) {
        return known -> {
            OrderHead head = known.head();
            Stream<Slice> slices = known.slices().stream();
            return inView(filter.view(), known)
                    && (filter.customerId() == null || filter.customerId().equals(head.customerId()))
                    && (filter.nodeId() == null
                            || slices.anyMatch(slice -> filter.nodeId().equals(slice.nodeId())))
                    && (filter.itemId() == null || filter.itemId() == known.itemId())
                    && (filter.placedFrom() == null || !head.placedAt().isBefore(filter.placedFrom()))
                    && (filter.placedUntil() == null || head.placedAt().isBefore(filter.placedUntil()))
                    && (filter.totalFromMinor() == null || head.money().total() >= filter.totalFromMinor())
                    && (filter.method() == null || filter.method().equals(head.method()))
                    && isExpected(head, filter);
        };
    }

    /** An order without a date fits no day. */
    private static boolean isExpected(OrderHead head, Filter filter) {
        LocalDate on = head.expectedOn();
        return (filter.expectedFrom() == null || (on != null && !on.isBefore(filter.expectedFrom())))
                && (filter.expectedUntil() == null || (on != null && !on.isAfter(filter.expectedUntil())));
    }

    private static boolean inView(View view, Known known) {
        boolean open = known.head().lifecycle().isOpen();
        return switch (view) {
            case OPEN -> open;
            case HELD, UNDER_WAY, AT_NODES, CLOSED -> false;
            case BACKORDERED -> open && has(known, SliceState.BACKORDERED);
            case TO_RELEASE -> open && has(known, SliceState.RESERVED);
            case LATE ->
                open
                        && known.head().expectedOn() != null
                        && known.head().expectedOn().isBefore(TODAY);
            case CANCELLED -> known.head().lifecycle() == Lifecycle.CANCELLED;
            case ALL -> true;
        };
    }

    private static boolean has(Known known, SliceState state) {
        return known.slices().stream().anyMatch(slice -> slice.state() == state);
    }

    @Test
    void whoAsksForSomethingRareIsToldHowFarBackWasLookedAndComesToItInTheEnd() {
        Known oldest = all.getFirst();
        OrderList shortSighted = new OrderList(world.bean(OrderListStore.class), new Sight(5, 20), new Sight(5, 20));
        Filter rare = new Filter(
                View.ALL, channel, null, null, null, null, null, null, null, 1L << 40, null, null, null, TODAY);

        Listed first = shortSighted.find(rare, null, 10);

        assertThat(first.rows()).isEmpty();
        assertThat(first.next()).isNotNull();
        assertThat(first.lookedBackTo()).isNotNull();
        Filter any =
                new Filter(View.ALL, channel, null, null, null, null, null, null, null, null, null, null, null, TODAY);
        List<String> found = new ArrayList<>();
        for (Listed page = shortSighted.find(any, null, 50); ; page = shortSighted.find(any, page.next(), 50)) {
            page.rows().stream().map(Row::number).forEach(found::add);
            if (page.next() == null) {
                break;
            }
        }
        assertThat(found).hasSize(ORDERS).endsWith(oldest.head().number());
    }
}
