package dev.orderwright.promising.sourcing;

/**
 * Tries every set of a few nodes, smaller sets first, as bits. Stops at the size from which even the cheapest fixed costs
 * are too much. Most units first, then least cost, then fewest shipments, then the earlier nodes.
 *
 * <p>Exact: with the nodes given, each line takes from the cheapest node first ({@link Evaluation}).
 */
final class SubsetSearch {

    /** Four thousand sets: about a tenth of a millisecond for eight lines. */
    static final int NODES_MAX = 12;

    static final int KEPT_MAX = 8;

    private final long[] fixedOf = new long[1 << NODES_MAX];
    private final long[] ascendingFixed = new long[NODES_MAX];

    // The best sets so far, best first.
    final int[] sets = new int[KEPT_MAX];
    final long[] units = new long[KEPT_MAX];
    final long[] costs = new long[KEPT_MAX];
    int kept;

    /** @param keep how many of the best sets to keep, at most {@value #KEPT_MAX} */
    void search(SourcingProblem problem, Evaluation evaluation, int nodesMax, int keep) {
        kept = 0;
        int nodes = problem.nodes;
        long reachable = evaluation.reachable();
        long least = evaluation.least();
        sortFixed(problem);
        long smallestFixed = least;
        int end = 1 << nodes;
        for (int size = 1; size <= nodesMax; size++) {
            smallestFixed += ascendingFixed[size - 1] + (size > 1 ? problem.splitPenalty : 0);
            if (isHopeless(reachable, smallestFixed, keep)) {
                return;
            }
            for (int set = (1 << size) - 1; set < end; set = nextOfSameSize(set)) {
                long fixed = fixed(set, problem, size);
                if (!isHopeless(reachable, least + fixed, keep)) {
                    evaluation.of(set, fixed);
                    if (evaluation.admissible) {
                        remember(set, evaluation.units, evaluation.cost, keep);
                    }
                }
            }
        }
    }

    /** The least cost of a full plan is already as much as that of the worst plan that would be kept. */
    private boolean isHopeless(long reachable, long leastCost, int keep) {
        return kept == keep && units[kept - 1] == reachable && leastCost >= costs[kept - 1];
    }

    /** Sets come by size, so the same without the lowest node is known. */
    private long fixed(int set, SourcingProblem problem, int size) {
        int rest = set & (set - 1);
        long fixed = problem.fixedCosts[Integer.numberOfTrailingZeros(set)]
                + (size > 1 ? fixedOf[rest] + problem.splitPenalty : 0);
        fixedOf[set] = fixed;
        return fixed;
    }

    private void remember(int set, long given, long cost, int keep) {
        int place = kept;
        while (place > 0 && (given > units[place - 1] || (given == units[place - 1] && cost < costs[place - 1]))) {
            place--;
        }
        if (place >= keep) {
            return;
        }
        kept = Math.min(keep, kept + 1);
        for (int i = kept - 1; i > place; i--) {
            sets[i] = sets[i - 1];
            units[i] = units[i - 1];
            costs[i] = costs[i - 1];
        }
        sets[place] = set;
        units[place] = given;
        costs[place] = cost;
    }

    private void sortFixed(SourcingProblem problem) {
        for (int n = 0; n < problem.nodes; n++) {
            long value = problem.fixedCosts[n];
            int place = n;
            while (place > 0 && ascendingFixed[place - 1] > value) {
                ascendingFixed[place] = ascendingFixed[place - 1];
                place--;
            }
            ascendingFixed[place] = value;
        }
    }

    /** The next larger number with as many bits (Gosper's hack). */
    private static int nextOfSameSize(int set) {
        int lowest = set & -set;
        int ripple = set + lowest;
        return (((set ^ ripple) >>> 2) / lowest) | ripple;
    }
}
