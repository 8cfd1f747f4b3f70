package dev.orderwright.promising.sourcing;

import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;

/**
 * The best plan found another way: every set of nodes, and for each line of it a table of what each quantity costs at
 * least, node by node, over all ways to divide it.
 */
final class BruteForce {

    long units;
    long cost;
    int shipments;

    static BruteForce of(SourcingProblem problem, SplitPolicy policy) {
        BruteForce best = new BruteForce();
        int sizeMax = policy.splitting() == Splitting.NONE
                ? 1
                : policy.shipmentsMax() == 0 ? problem.nodes : policy.shipmentsMax();
        long wanted = 0;
        for (int l = 0; l < problem.lines; l++) {
            wanted += problem.quantities[l];
        }
        for (int set = 1; set < 1 << problem.nodes; set++) {
            if (Integer.bitCount(set) <= sizeMax) {
                best.consider(problem, set, policy.splitting() == Splitting.PER_LINE);
            }
        }
        if (policy.shipComplete() && best.units < wanted) {
            return new BruteForce();
        }
        return best;
    }

    private void consider(SourcingProblem problem, int set, boolean whole) {
        long given = 0;
        long sum = problem.splitPenalty * (Integer.bitCount(set) - 1);
        for (int n = 0; n < problem.nodes; n++) {
            sum += ((set >>> n) & 1) * problem.fixedCosts[n];
        }
        for (int l = 0; l < problem.lines; l++) {
            long[] least = whole ? wholeLine(problem, l, set) : anyDivision(problem, l, set);
            int most = least.length - 1;
            while (least[most] == Long.MAX_VALUE) {
                most--;
            }
            given += most;
            sum += least[most];
        }
        int size = Integer.bitCount(set);
        if (given > 0 && (given > units || (given == units && (sum < cost || (sum == cost && size < shipments))))) {
            units = given;
            cost = sum;
            shipments = size;
        }
    }

    private static long[] wholeLine(SourcingProblem problem, int line, int set) {
        long[] least = empty(problem.quantities[line]);
        for (int n = 0; n < problem.nodes; n++) {
            long has = problem.cell(problem.available, line, n);
            if (((set >>> n) & 1) != 0 && has == problem.quantities[line]) {
                int all = (int) has;
                least[all] = Math.min(least[all], all * problem.cell(problem.unitCosts, line, n));
            }
        }
        return least;
    }

    private static long[] anyDivision(SourcingProblem problem, int line, int set) {
        long[] least = empty(problem.quantities[line]);
        for (int n = 0; n < problem.nodes; n++) {
            if (((set >>> n) & 1) == 0) {
                continue;
            }
            long each = problem.cell(problem.unitCosts, line, n);
            long has = problem.cell(problem.available, line, n);
            for (int q = least.length - 1; q > 0; q--) {
                for (int take = 1; take <= Math.min(has, q); take++) {
                    if (least[q - take] != Long.MAX_VALUE) {
                        least[q] = Math.min(least[q], least[q - take] + take * each);
                    }
                }
            }
        }
        return least;
    }

    private static long[] empty(long quantity) {
        long[] least = new long[(int) quantity + 1];
        java.util.Arrays.fill(least, 1, least.length, Long.MAX_VALUE);
        return least;
    }
}
