package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What planning costs in processor time, as the least of many rounds, so that other work on the machine does not count.
 * {@link #main} prints the figures.
 */
class PlannerSpeedRulesTests {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** A network with stock, and orders for it. */
    private record Load(String name, Network network, Set<Long> items, List<StockLevel> levels, List<Demand> demands) {

        /** Orders of some lines over items of which each node has most. */
        static Load of(String name, int nodes, int items, int orders, int lines) {
            Random random = new Random(256);
            List<SourceNode> network = new ArrayList<>();
            for (long id = 1; id <= nodes; id++) {
                network.add(PlanningFixture.node(id, "GB", PlanningFixture.calendar("Europe/London", "16:00", 0)));
            }
            Set<Long> itemIds = new TreeSet<>(LongStream.range(0, items).boxed().toList());
            List<StockLevel> levels = new ArrayList<>();
            for (long item : itemIds) {
                for (long node = 1; node <= nodes; node++) {
                    long there = random.nextInt(10) < 7 ? 1_000 : 0;
                    levels.add(new StockLevel(new StockKey(item, node), there, 0, 0, 0, 0, 0, 0, 0));
                }
            }
            List<Demand> demands = new ArrayList<>();
            for (int o = 0; o < orders; o++) {
                PlanningFixture.Ask ask = PlanningFixture.ask();
                for (int l = 0; l < lines; l++) {
                    ask.line(lines > items / 2 ? l % items : random.nextInt(items), 1 + random.nextInt(5));
                }
                demands.add(ask.demand());
            }
            return new Load(name, new Network(network.toArray(SourceNode[]::new), Set.of()), itemIds, levels, demands);
        }

        List<Plan> plan() {
            return new Books(network, items, levels, Map.of(), () -> Announced.NOTHING)
                    .planner(List.of())
                    .planAll(demands);
        }

        /** The least processor time of a round, in milliseconds. */
        double millis(int warmUp, int rounds) {
            long units = 0;
            for (int i = 0; i < warmUp; i++) {
                units += plan().size();
            }
            long least = Long.MAX_VALUE;
            for (int i = 0; i < rounds; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                units += plan().size();
                least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
            }
            assertThat(units).isEqualTo((long) (warmUp + rounds) * demands.size());
            return least / 1e6;
        }
    }

    @Test
    void aBatchOf256OrdersOfThreeLinesOverTwoNodesTakesUnderTwoMilliseconds() {
        assertThat(Load.of("batch", 2, 1_000, 256, 3).millis(1_000, 200)).isLessThan(2.0);
    }

    @Test
    void anOrderOfTenThousandLinesGrowsInStepWithItsLines() {
        double tenth = Load.of("tenth", 2, 1_000, 1, 1_000).millis(300, 100);
        double whole = Load.of("whole", 2, 10_000, 1, 10_000).millis(60, 40);
        assertThat(whole).isLessThan(100.0).isLessThan(40 * tenth + 1);
    }

    public static void main(String[] args) {
        List<Load> loads = List.of(
                Load.of("256 orders x 3 lines x 2 nodes", 2, 1_000, 256, 3),
                Load.of("256 orders x 3 lines x 12 nodes", 12, 1_000, 256, 3),
                Load.of("256 orders x 8 lines x 10 nodes", 10, 1_000, 256, 8),
                Load.of("256 orders x 3 lines x 300 nodes", 300, 1_000, 256, 3),
                Load.of("1 order x 10,000 lines x 2 nodes", 2, 10_000, 1, 10_000),
                Load.of("1 order x 10,000 lines x 12 nodes", 12, 10_000, 1, 10_000));
        for (Load load : loads) {
            int rounds = load.levels().size() > 20_000 ? 100 : 2_000;
            System.out.printf(Locale.ROOT, "%-36s %8.3f ms CPU%n", load.name(), load.millis(rounds, rounds / 4));
        }
    }
}
