package dev.orderwright.promising;

import static dev.orderwright.promising.PlanningFixture.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.StrategyReplay.Outcome;
import dev.orderwright.promising.StrategyReplay.Parcel;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of a replay: who gets what, who waits, what it costs. */
class StrategyReplayRulesTests {

    private static final long ITEM = 70;
    private static final Instant LATER = MONDAY.plus(Duration.ofDays(1));

    private static SourcingStrategy cheapest(long splitPenalty) {
        Rule rule = new Rule(
                SourcingStrategy.ANY_CHANNEL,
                "",
                Aim.LEAST_COST,
                Map.of(),
                splitPenalty,
                0,
                0,
                Splitting.PER_QUANTITY,
                0);
        return new SourcingStrategy(1, Instant.EPOCH, List.of(rule));
    }

    private static StrategyReplay replay(Map<StockKey, Long> stock, SourcingStrategy strategy) {
        SourceNode[] nodes = IntStream.rangeClosed(1, 3)
                .mapToObj(id -> PlanningFixture.node(id, "GB", PlanningFixture.calendar("Europe/London", "16:00", 0)))
                .toArray(SourceNode[]::new);
        Set<Long> items = new TreeSet<>();
        stock.keySet().forEach(key -> items.add(key.itemId()));
        List<StockLevel> levels = stock.entrySet().stream()
                .map(level -> StockLevel.ofAvailable(level.getKey(), level.getValue()))
                .toList();
        Network network = new Network(nodes, Set.of(ZoneId.of("Europe/London")));
        return new StrategyReplay(
                new Books(network, items, levels, Map.of(), () -> Announced.NOTHING), List.of(strategy), strategy);
    }

    private static Demand order(long id, Instant at, DemandLine... lines) {
        return new Demand(id, "web", "GB", "EC1A 1BB", "STANDARD", at, null, false, 0, Set.of(), null, List.of(lines));
    }

    private static DemandLine line(int no, long item, long quantity) {
        return new DemandLine(no, item, quantity, 100);
    }

    private static List<String> parcels(StrategyReplay replay, long order) {
        return of(replay, order).parcels().stream()
                .map(parcel -> parcel.units() + " from " + parcel.node())
                .toList();
    }

    private static Outcome of(StrategyReplay replay, long order) {
        return replay.outcomes().stream()
                .filter(outcome -> outcome.orderId() == order)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatOneOrderGetsTheNextOneCannotHave() {
        StrategyReplay replay = replay(Map.of(new StockKey(ITEM, 1), 5L, new StockKey(ITEM, 2), 9L), cheapest(0));

        replay.place(order(1, MONDAY, line(1, ITEM, 5)), 5);
        replay.place(order(2, MONDAY, line(1, ITEM, 5)), 5);
        replay.place(order(3, MONDAY, line(1, ITEM, 5)), 5);

        assertThat(parcels(replay, 1)).containsExactly("5 from N1");
        assertThat(parcels(replay, 2)).containsExactly("5 from N2");
        assertThat(parcels(replay, 3)).containsExactly("4 from N2");
        assertThat(of(replay, 3).unserved()).isEqualTo(1);
    }

    @Test
    void whoWaitsIsServedByPriorityThenAge() {
        StrategyReplay replay = replay(Map.of(new StockKey(ITEM, 1), 0L), cheapest(0));
        replay.place(order(1, MONDAY, line(1, ITEM, 2)), 5);
        replay.place(order(2, MONDAY.plusSeconds(1), line(1, ITEM, 2)), 5);
        replay.place(order(3, MONDAY.plusSeconds(2), line(1, ITEM, 2)), 9);

        replay.change(ITEM, 2, 3, LATER);

        assertThat(parcels(replay, 3)).containsExactly("2 from N2");
        assertThat(parcels(replay, 1)).containsExactly("1 from N2");
        assertThat(parcels(replay, 2)).isEmpty();

        replay.change(ITEM, 1, 3, LATER.plusSeconds(60));

        assertThat(parcels(replay, 1)).containsExactly("1 from N2", "1 from N1");
        assertThat(parcels(replay, 2)).containsExactly("2 from N1");
        assertThat(of(replay, 2).parcels().getFirst().shipOn())
                .isAfterOrEqualTo(LATER.atZone(ZoneId.of("Europe/London")).toLocalDate());
    }

    @Test
    void aSecondParcelIsASplitAlsoWhenItComesLater() {
        StrategyReplay replay = replay(Map.of(new StockKey(ITEM, 1), 1L), cheapest(250));
        replay.place(order(1, MONDAY, line(1, ITEM, 2)), 5);
        assertThat(of(replay, 1).costMinor()).isEqualTo(Map.of("SHIPPING", 320L));

        replay.change(ITEM, 1, 5, LATER);

        assertThat(of(replay, 1).costMinor()).isEqualTo(Map.of("SHIPPING", 640L, "SPLIT", 250L));
        assertThat(of(replay, 1).cost()).isEqualTo(890);
        assertThat(of(replay, 1).unserved()).isZero();
    }

    @Test
    void moreThanIsThereCannotGoForOtherReasons() {
        StrategyReplay replay = replay(Map.of(new StockKey(ITEM, 1), 3L), cheapest(0));
        replay.place(order(1, MONDAY, line(1, ITEM, 2)), 5);

        replay.change(ITEM, 1, -2, LATER);
        replay.change(ITEM, 77, 9, LATER);
        replay.place(order(2, LATER, line(1, ITEM, 2)), 5);
        assertThat(of(replay, 2).unserved()).isEqualTo(2);

        replay.change(ITEM, 1, 2, LATER);
        assertThat(of(replay, 2).unserved()).isZero();
    }

    /** Whatever happens: no node sends more than it had and got, and every unit is either in a parcel or unserved. */
    @Test
    void noUnitIsSentTwiceAndNoneIsLost() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            Map<StockKey, Long> there = new HashMap<>();
            for (long item = 1; item <= 4; item++) {
                for (long node = 1; node <= 3; node++) {
                    there.put(new StockKey(item, node), (long) random.nextInt(6));
                }
            }
            StrategyReplay replay = replay(there, cheapest(random.nextInt(500)));
            Map<Long, Long> wanted = new TreeMap<>();
            long had = there.values().stream().mapToLong(Long::longValue).sum();
            for (int step = 0; step < 40; step++) {
                Instant at = MONDAY.plusSeconds(step);
                if (random.nextInt(4) == 0) {
                    long quantity = random.nextInt(4);
                    had += quantity;
                    replay.change(1 + random.nextInt(4), 1 + random.nextInt(3), quantity, at);
                } else {
                    List<DemandLine> lines = new ArrayList<>();
                    for (int no = 1; no <= 1 + random.nextInt(3); no++) {
                        lines.add(line(no, 1 + random.nextInt(4), 1 + random.nextInt(3)));
                    }
                    Demand demand = order(step, at, lines.toArray(DemandLine[]::new));
                    wanted.put(
                            (long) step,
                            lines.stream().mapToLong(DemandLine::quantity).sum());
                    replay.place(demand, random.nextInt(10));
                }
            }
            long sent = 0;
            for (Outcome outcome : replay.outcomes()) {
                long units = outcome.parcels().stream().mapToLong(Parcel::units).sum();
                assertThat(units + outcome.unserved()).isEqualTo(wanted.get(outcome.orderId()));
                sent += units;
            }
            assertThat(sent).isLessThanOrEqualTo(had);
        }
    }
}
