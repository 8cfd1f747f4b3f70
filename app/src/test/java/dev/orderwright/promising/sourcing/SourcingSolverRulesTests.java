package dev.orderwright.promising.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The solver against plans found another way. A build tries some of the orders; {@code -Dsourcing.orders=10000} and {@code
 * -Dsourcing.large=1000} try more, and the benchmark {@code sourcing} tells what it costs.
 */
class SourcingSolverRulesTests {

    private static final int ORDERS = Integer.getInteger("sourcing.orders", 1_000);
    private static final int LARGE = Integer.getInteger("sourcing.large", 100);

    private final SourcingSolver solver = new SourcingSolver();

    /** Lines a, b, c; node 1 has a and b, node 2 has c, node 3 has b and c, node 4 has a. */
    private static SourcingProblem four() {
        SourcingProblem problem = new SourcingProblem().begin(3, 4, 1);
        boolean[][] has = {{true, false, false, true}, {true, false, true, false}, {false, true, true, false}};
        for (int l = 0; l < 3; l++) {
            problem.line(l, 1, 100);
            for (int n = 0; n < 4; n++) {
                problem.offer(l, n, has[l][n] ? 1 : 0, 0);
            }
        }
        return problem;
    }

    @Test
    void theFewestShipmentsAreFound() {
        solver.solve(four(), SplitPolicy.FREE, 3);
        SourcingSolution solution = solver.solution();
        assertThat(solution.units()).isEqualTo(3);
        assertThat(solution.cost()).isEqualTo(1);
        assertThat(solution.nodes()).containsExactly(0, 1);
        assertThat(solution.alternatives())
                .filteredOn(alternative -> alternative.cost() == 1)
                .extracting(SourcingSolution.Alternative::nodes)
                .containsExactly(new int[] {0, 2}, new int[] {2, 3});
        assertThat(solution.isOptimal()).isTrue();
    }

    @Test
    void oneShipmentTakesTheMostUnits() {
        solver.solve(four(), new SplitPolicy(Splitting.NONE, false, 0, 0), 0);
        assertThat(solver.units()).isEqualTo(2);
        assertThat(solver.ships(0)).isTrue();
        solver.solve(four(), new SplitPolicy(Splitting.NONE, true, 0, 0), 0);
        assertThat(solver.units()).isZero();
        assertThat(solver.solution().nodes()).isEmpty();
        assertThat(solver.solution().shares()).containsOnly(0);
    }

    @Test
    void aLineIsDividedOnlyWhereThePolicyAllowsIt() {
        SourcingProblem problem = new SourcingProblem().begin(1, 2, 0).line(0, 5, 100);
        problem.offer(0, 0, 3, 1).offer(0, 1, 3, 2);
        solver.solve(problem, SplitPolicy.FREE, 0);
        assertThat(solver.share(0, 0)).isEqualTo(3);
        assertThat(solver.share(0, 1)).isEqualTo(2);
        assertThat(solver.cost()).isEqualTo(7);
        solver.solve(problem, new SplitPolicy(Splitting.PER_LINE, false, 0, 0), 0);
        assertThat(solver.units()).isZero();
    }

    @Test
    void aShipmentBelowTheLeastValueIsNotMade() {
        SourcingProblem problem =
                new SourcingProblem().begin(2, 2, 0).line(0, 1, 5_000).line(1, 1, 400);
        problem.offer(0, 0, 1, 1).offer(1, 1, 1, 1);
        solver.solve(problem, new SplitPolicy(Splitting.PER_QUANTITY, false, 0, 500), 0);
        assertThat(solver.solution().nodes()).containsExactly(0);
        solver.solve(problem, new SplitPolicy(Splitting.PER_QUANTITY, false, 0, 400), 0);
        assertThat(solver.solution().nodes()).containsExactly(0, 1);
    }

    @Test
    void aNodeThatWantsToBeRidOfAnItemIsPaidForIt() {
        SourcingProblem problem = new SourcingProblem().begin(1, 2, 0).line(0, 1, 100);
        problem.node(0, 5).offer(0, 0, 1, 10).node(1, 40).offer(0, 1, 1, -30);
        solver.solve(problem, SplitPolicy.FREE, 0);
        assertThat(solver.ships(1)).isTrue();
        assertThat(solver.cost()).isEqualTo(10);
    }

    @Test
    void costsThatWouldOverflowAreRefused() {
        SourcingProblem problem = new SourcingProblem().begin(1, 1, 0).line(0, 1_000_000_000_000L, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> problem.offer(0, 0, 1_000_000_000_000L, 10_000_000_000L));
        assertThatIllegalArgumentException().isThrownBy(() -> problem.node(0, -1));
    }

    @ParameterizedTest
    @EnumSource(Splitting.class)
    void noPlanIsBetterThanTheOneThatIsFound(Splitting splitting) {
        long seed = 42L + splitting.ordinal();
        Random random = new Random(seed);
        int orders = splitting == Splitting.PER_QUANTITY ? ORDERS : ORDERS / 4;
        for (int i = 0; i < orders; i++) {
            int lines = 1 + random.nextInt(8);
            int nodes = 1 + random.nextInt(10);
            SourcingProblem problem = RandomSourcing.problem(random, lines, nodes);
            SplitPolicy policy = new SplitPolicy(
                    splitting, random.nextInt(8) == 0, random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0, 0);
            BruteForce expected = BruteForce.of(problem, policy);
            solver.solve(problem, policy, i % 4);
            String label = "seed " + seed + " order " + i + " " + policy;
            assertThat(solver.units()).as(label).isEqualTo(expected.units);
            assertThat(solver.cost()).as(label).isEqualTo(expected.cost);
            SourcingSolution solution = solver.solution();
            assertThat(solution.nodes()).as(label).hasSize(expected.shipments);
            assertThat(cost(problem, solution)).as(label).isEqualTo(expected.cost);
            solution.alternatives()
                    .forEach(other -> assertThat(other.units() < solution.units()
                                    || (other.units() == solution.units() && other.cost() >= solution.cost()))
                            .as(label)
                            .isTrue());
        }
    }

    /** Adds a plan up from what it ships, and checks that nothing ships that is not there or not wanted. */
    private static long cost(SourcingProblem problem, SourcingSolution solution) {
        long sum = problem.splitPenalty * Math.max(0, solution.nodes().length - 1);
        for (int n : solution.nodes()) {
            sum += problem.fixedCosts[n];
        }
        long units = 0;
        for (int l = 0; l < problem.lines; l++) {
            long given = 0;
            for (int n = 0; n < problem.nodes; n++) {
                long share = problem.cell(solution.shares(), l, n);
                assertThat(share).isBetween(0L, problem.cell(problem.available, l, n));
                given += share;
                sum += share * problem.cell(problem.unitCosts, l, n);
            }
            assertThat(given).isLessThanOrEqualTo(problem.quantities[l]);
            units += given;
        }
        assertThat(units).isEqualTo(solution.units());
        return sum;
    }

    /** The search for large networks finds what trying every set finds, and its bound is never above it. */
    @Test
    void theLargeSearchIsRightWhereItCanBeChecked() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < ORDERS / 2; i++) {
            SourcingProblem problem = RandomSourcing.problem(random, 1 + random.nextInt(12), 2 + random.nextInt(11));
            solver.solve(problem, SplitPolicy.FREE, 0);
            Evaluation evaluation = new Evaluation();
            evaluation.begin(problem, SplitPolicy.FREE);
            NetworkSearch search = new NetworkSearch(problem, evaluation, problem.nodes, SourcingSolver.WORK_MAX);
            search.search();
            String label = "seed " + seed + " order " + i;
            assertThat(search.units).as(label).isEqualTo(solver.units());
            if (search.units > 0) {
                assertThat(search.cost).as(label).isEqualTo(solver.cost());
                assertThat(search.lowerBound).as(label).isLessThanOrEqualTo(solver.cost());
            }
        }
    }

    @Test
    void largeOrdersCostAtMostAPercentMoreThanTheLeast() {
        Random random = new Random(1_000);
        for (int i = 0; i < LARGE; i++) {
            SourcingProblem problem = large(random);
            solver.solve(problem, SplitPolicy.FREE, 0);
            SourcingSolution solution = solver.solution();
            assertThat(cost(problem, solution)).isEqualTo(solution.cost());
            assertThat(solution.cost())
                    .as("seed 1000 order %d of %d lines at %d nodes", i, problem.lines, problem.nodes)
                    .isLessThanOrEqualTo(solution.lowerBound() + solution.lowerBound() / 100);
        }
    }

    private static SourcingProblem large(Random random) {
        return RandomSourcing.problem(random, 9 + random.nextInt(22), 13 + random.nextInt(28));
    }

    /** A batch of small orders: the time of each in microseconds of processor, least of some rounds. */
    @Test
    void aSmallOrderTakesMicrosecondsAndMakesNoGarbage() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Random random = new Random(3);
        SourcingProblem problem = new SourcingProblem();
        long units = 0;
        long least = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        int orders = 2_000;
        for (int round = 0; round < 30; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < orders; i++) {
                problem.begin(3, 2, 100);
                for (int n = 0; n < 2; n++) {
                    problem.node(n, 300 + random.nextInt(100));
                }
                for (int l = 0; l < 3; l++) {
                    problem.line(l, 2, 100).offer(l, 0, random.nextInt(3), 20).offer(l, 1, random.nextInt(3), 21);
                }
                solver.solve(problem, SplitPolicy.FREE, 0);
                units += solver.units();
            }
            least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(units).isPositive();
        assertThat(least / orders).as("nanoseconds").isLessThan(5_000);
        assertThat(bytes / orders).as("bytes").isLessThan(16);
    }
}
