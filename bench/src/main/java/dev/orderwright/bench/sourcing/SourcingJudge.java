package dev.orderwright.bench.sourcing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Gives the sourcing orders and a backlog, and tells how good and how fast its plans are. */
public final class SourcingJudge {

    private static final int LINES_MAX = 8;
    private static final int NODES_MAX = 10;

    private SourcingJudge() {}

    /**
     * How much is tried.
     *
     * @param orders of up to 8 lines at up to 10 nodes, and as many of exactly that to measure the time
     * @param large orders of 9 to 30 lines at 13 to 40 nodes, held against a bound that is proven
     * @param exhausted orders of 9 to 30 lines at 13 to 15 nodes, held against every set of nodes
     * @param lines that are open in the backlog
     */
    public record Sizes(int orders, int large, int exhausted, int lines) {

        /** What is to be reached. */
        public static final Sizes FULL = new Sizes(10_000, 1_000, 50, 100_000);
    }

    /**
     * Plans of small orders.
     *
     * @param worse how many ship less or cost more than the best, or other than they say
     */
    public record Small(int worse, double p50Millis, double p99Millis, double maxMillis) {}

    /**
     * Plans of large orders.
     *
     * @param excess the most by which one costs more than the best, in percent: the solver's own proof, and where that had
     *     not come to its end, the one it comes to with a hundred times the work
     * @param meanExcess of all of them
     * @param exactExcess the most by which one costs more than the best of all sets of nodes, in percent
     * @param untrue how many ship less than can be or cost other than they say, or have a bound above the best
     * @param unproven how many were not proven to be the best in the usual time
     */
    public record Large(
            double excess,
            double meanExcess,
            double exactExcess,
            int untrue,
            double p50Millis,
            double p99Millis,
            int unproven) {}

    /**
     * A backlog, sourced anew.
     *
     * @param removed of the shipments that were avoidable, in percent
     * @param broken lines that come too late, and items of which more ships than there is
     */
    public record Anew(double seconds, long before, long after, double removed, long broken, int moves) {}

    /** What came of all. */
    public record Verdict(Small small, Large large, Anew backlog) {}

    /** @param home the folder of the program, which has been started from there before */
    public static Verdict judge(Path home, long seed, Sizes sizes) {
        try (Probe probe = Probe.start(home)) {
            Small small = small(probe, new Random(seed), sizes.orders());
            Large large = large(probe, new Random(seed), sizes);
            return new Verdict(small, large, backlog(probe, seed, sizes.lines()));
        }
    }

    private static Small small(Probe probe, Random random, int orders) {
        int worse = 0;
        for (int i = 0; i < orders; i++) {
            Order order = Order.random(random, 1 + random.nextInt(LINES_MAX), 1 + random.nextInt(NODES_MAX));
            Probe.Plan plan = probe.solve(order);
            Exhaustion best = Exhaustion.of(order);
            boolean same = plan.units() == best.units() && plan.cost() == best.cost();
            worse += same && isTrue(order, plan) ? 0 : 1;
        }
        double[] millis = new double[orders];
        for (int i = 0; i < orders; i++) {
            millis[i] = probe.solve(Order.random(random, LINES_MAX, NODES_MAX)).millis();
        }
        Arrays.sort(millis);
        return new Small(worse, at(millis, 50), at(millis, 99), millis[orders - 1]);
    }

    private static Large large(Probe probe, Random random, Sizes sizes) {
        double[] millis = new double[sizes.large()];
        double most = 0;
        double sum = 0;
        int untrue = 0;
        int unproven = 0;
        for (int i = 0; i < sizes.large(); i++) {
            Order order = Order.random(random, 9 + random.nextInt(22), 13 + random.nextInt(28));
            Probe.Plan plan = probe.solve(order);
            millis[i] = plan.millis();
            long least = plan.lowerBound() == plan.cost()
                    ? plan.cost()
                    : Math.min(plan.cost(), probe.prove(order).lowerBound());
            unproven += plan.lowerBound() == plan.cost() ? 0 : 1;
            double excess = percentAbove(plan.cost(), least);
            most = Math.max(most, excess);
            sum += excess;
            untrue += isTrue(order, plan) && plan.units() == reachable(order) ? 0 : 1;
        }
        double exact = 0;
        for (int i = 0; i < sizes.exhausted(); i++) {
            Order order = Order.random(random, 9 + random.nextInt(22), 13 + random.nextInt(3));
            Probe.Plan plan = probe.solve(order);
            Exhaustion best = Exhaustion.of(order);
            exact = Math.max(exact, percentAbove(plan.cost(), best.cost()));
            boolean bounded = plan.lowerBound() <= best.cost() && plan.units() == best.units();
            untrue += bounded && isTrue(order, plan) ? 0 : 1;
        }
        Arrays.sort(millis);
        return new Large(most, sum / sizes.large(), exact, untrue, at(millis, 50), at(millis, 99), unproven);
    }

    private static Anew backlog(Probe probe, long seed, int lines) {
        OpenBacklog backlog = OpenBacklog.random(seed, lines);
        long before = backlog.shipments();
        long fewest = backlog.fewestShipments();
        Probe.Sourced sourced = probe.source(backlog);
        long after = backlog.shipments();
        return new Anew(
                sourced.seconds(),
                before,
                after,
                100.0 * (before - after) / (before - fewest),
                backlog.late() + backlog.oversold(),
                sourced.moves());
    }

    /** It costs what it says, and ships only what is there and wanted. */
    private static boolean isTrue(Order order, Probe.Plan plan) {
        return order.costOf(plan.shares()) == plan.cost()
                && Arrays.stream(plan.shares()).sum() == plan.units();
    }

    private static long reachable(Order order) {
        long units = 0;
        for (int l = 0; l < order.lines(); l++) {
            units += Math.min(
                    order.quantities()[l], Arrays.stream(order.available()[l]).sum());
        }
        return units;
    }

    private static double percentAbove(long cost, long least) {
        return cost == least ? 0 : 100.0 * (cost - least) / least;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
