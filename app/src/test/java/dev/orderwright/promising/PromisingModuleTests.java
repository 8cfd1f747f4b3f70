package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderwright.World;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Goods;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodeKind;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.Shop;
import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import dev.orderwright.promising.ItemAvailability.AtNode;
import dev.orderwright.shared.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two nodes of our own on the real database: London, and Paris with a day of processing. */
class PromisingModuleTests {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Promising promising = world.bean(Promising.class);
    private final Stock stock = world.bean(Stock.class);
    private final long london = node("GB", "E16 1AA", "Europe/London", 0, Set.of());
    private final long paris = node("FR", "75001", "Europe/Paris", 1, Set.of(MONDAY.plusDays(1)));

    private long node(String country, String postcode, String zone, int processingDays, Set<LocalDate> closed) {
        String code = country + world.bean(Ids.class).next();
        NodeDraft draft = new NodeDraft(
                code,
                "Warehouse " + code,
                NodeKind.WAREHOUSE,
                ZoneId.of(zone),
                "1 Dock Road",
                "City",
                postcode,
                country,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(14, 0),
                processingDays,
                true,
                true,
                closed);
        return world.bean(Inventory.class)
                .defineNodes(goods.cause(), List.of(draft))
                .orThrow()
                .nodes()
                .getFirst()
                .id();
    }

    private Demand demand(String country, @Nullable Long onlyNode, DemandLine... lines) {
        return new Demand(
                1, "web", country, null, "STANDARD", World.START, null, false, 0, Set.of(), onlyNode, List.of(lines));
    }

    private static DemandLine line(int lineNo, long item, long quantity) {
        return new DemandLine(lineNo, item, quantity, 250);
    }

    @Test
    void plansOverTwoNodesFromWhatIsThere() {
        long a = goods.item();
        long b = goods.item();
        goods.supply(a, london, 5);
        goods.supply(b, paris, 5);
        Plan plan = plan(demand("GB", null, line(1, a, 2), line(2, b, 3)));
        assertThat(plan.allocations())
                .containsExactlyInAnyOrder(
                        new Allocation(1, a, london, 2, MONDAY, MONDAY.plusDays(2)),
                        // Monday counts, Tuesday is closed, Wednesday ships; four weekdays to Britain
                        new Allocation(2, b, paris, 3, MONDAY.plusDays(2), MONDAY.plusDays(8)));
        assertThat(plan.shortages()).isEmpty();
    }

    @Test
    void plansOfOneRunShareTheStockAndMoveNone() {
        long item = goods.item();
        goods.supply(item, london, 5);
        List<Plan> plans = goods.inRun(run -> promising.plan(
                run,
                List.of(
                        demand("GB", null, line(1, item, 3)),
                        demand("GB", null, line(1, item, 3)),
                        demand("GB", null, line(1, item, 1)))));
        assertThat(plans)
                .extracting(plan -> plan.allocations().stream()
                        .mapToLong(Allocation::quantity)
                        .sum())
                .containsExactly(3L, 2L, 0L);
        assertThat(goods.level(item, london).available()).isEqualTo(5);
    }

    @Test
    void anItemThatNeverHadStockIsShort() {
        long item = goods.item();
        assertThat(plan(demand("GB", null, line(1, item, 1))).shortages())
                .containsExactly(new Shortage(1, item, 1, null, null));
        assertThat(goods.<List<Plan>>inRun(run -> promising.plan(run, List.of())))
                .isEmpty();
    }

    @Test
    void limitsOfTheChannelAndTheDayAreKeptBack() {
        long item = goods.item();
        goods.supply(item, london, 10);
        goods.supply(item, paris, 10);
        execute("insert into inventory.stock_limit values (%d, %d, '', '2026-01-01', null, 4), ".formatted(item, london)
                + "(%d, %d, 'web', '2026-01-01', '2026-03-02', 7), (%d, %d, 'phone', '2026-01-01', null, 10)"
                        .formatted(item, london, item, paris));
        assertThat(plan(demand("GB", london, line(1, item, 10))).allocations())
                .extracting(Allocation::quantity)
                .containsExactly(3L);
        Demand tuesday = new Demand(
                1,
                "web",
                "GB",
                null,
                "STANDARD",
                World.START.plusSeconds(86_400),
                null,
                false,
                0,
                Set.of(),
                london,
                List.of(line(1, item, 10)));
        assertThat(plan(tuesday).allocations()).extracting(Allocation::quantity).containsExactly(6L);
    }

    @Test
    void shortagesAreDatedFromAnnouncedSupplyAfterOlderBackorders() {
        Shop shop = new Shop(world);
        Shop.Goods waited = shop.item();
        long item = waited.id();
        goods.supply(item, london, 1);
        execute(
                "insert into inventory.supply (item_id, id, node_id, expected_on, quantity, received, document_id) values "
                        + "(%1$d, 1, %2$d, '2026-03-10', 6, 2, 1), (%1$d, 2, %2$d, '2026-03-12', 3, 0, 1)"
                                .formatted(item, london));
        Demand demand = demand("GB", null, line(1, item, 5));
        assertThat(plan(demand).shortages())
                .containsExactly(
                        new Shortage(1, item, 4, LocalDate.parse("2026-03-11"), LocalDate.parse("2026-03-13")));
        shop.place(shop.draft(waited.times(6)));
        goods.supply(item, london, 1);
        assertThat(plan(demand).shortages())
                .containsExactly(
                        new Shortage(1, item, 2, LocalDate.parse("2026-03-13"), LocalDate.parse("2026-03-16")),
                        new Shortage(1, item, 2, null, null));
    }

    @Test
    void optionsShowWhatEachMethodCostsAndWhenItArrives() {
        long item = goods.item();
        goods.supply(item, london, 5);
        List<DeliveryOption> options = promising.options(demand("GB", null, line(1, item, 2)));
        assertThat(options)
                .extracting(DeliveryOption::method, DeliveryOption::costMinor, DeliveryOption::deliverOn)
                .containsExactly(
                        tuple("STANDARD", 320L, MONDAY.plusDays(2)), tuple("EXPRESS", 590L, MONDAY.plusDays(1)));
        assertThat(options).allSatisfy(option -> {
            assertThat(option.complete()).isTrue();
            assertThat(option.shipments()).isEqualTo(1);
            assertThat(option.shipOn()).isEqualTo(MONDAY);
        });
        assertThat(goods.level(item, london).available()).isEqualTo(5);
    }

    @Test
    void availabilityTellsTotalsAndDatesPerNode() {
        long a = goods.item();
        long b = goods.item();
        goods.supply(a, london, 2);
        goods.supply(a, paris, 4);
        Map<Long, ItemAvailability> answers = promising.availability(new AvailabilityQuestion(
                "web",
                "GB",
                "EC1A 1BB",
                "STANDARD",
                World.START,
                List.of(new ItemQuantity(a, 1), new ItemQuantity(b, 1), new ItemQuantity(a, 4))));
        assertThat(answers.keySet()).containsExactly(a, b);
        ItemAvailability there = Objects.requireNonNull(answers.get(a));
        assertThat(there.total()).isEqualTo(6);
        assertThat(there.wanted()).isEqualTo(5);
        assertThat(there.isEnough()).isTrue();
        assertThat(there.nodes())
                .extracting(AtNode::nodeId, AtNode::quantity, AtNode::shipOn, AtNode::deliverOn)
                .containsExactly(
                        tuple(london, 2L, MONDAY, MONDAY.plusDays(2)),
                        tuple(paris, 4L, MONDAY.plusDays(2), MONDAY.plusDays(8)));
        assertThat(there.shipOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(there.deliverOn()).isEqualTo(MONDAY.plusDays(8));
        ItemAvailability missing = Objects.requireNonNull(answers.get(b));
        assertThat(missing.total()).isZero();
        assertThat(missing.isEnough()).isFalse();
        assertThat(missing.deliverOn()).isNull();
    }

    /** The lock is the promise: a second planner waits until the first has moved what it planned. */
    @Test
    void whatIsPlannedCanBeMovedInTheSameTransaction() {
        long item = goods.item();
        goods.supply(item, london, 3);
        goods.supply(item, paris, 3);
        goods.run(run -> {
            Plan plan = promising
                    .plan(run, List.of(demand("GB", null, line(1, item, 5))))
                    .getFirst();
            stock.move(
                    run,
                    plan.allocations().stream()
                            .map(a -> new StockMove(
                                    item,
                                    a.nodeId(),
                                    Bucket.AVAILABLE,
                                    a.nodeId(),
                                    Bucket.RESERVED,
                                    a.quantity(),
                                    "RESERVE",
                                    "ORDER",
                                    plan.orderId(),
                                    a.lineNo()))
                            .toList());
        });
        assertThat(goods.level(item, london).available()
                        + goods.level(item, paris).available())
                .isEqualTo(1);
    }

    private Plan plan(Demand demand) {
        return goods.inRun(run -> promising.plan(run, List.of(demand))).getFirst();
    }

    private void execute(String sql) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
