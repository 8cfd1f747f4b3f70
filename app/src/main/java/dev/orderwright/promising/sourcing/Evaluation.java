package dev.orderwright.promising.sourcing;

import java.util.Arrays;

/**
 * What a set of nodes would cost. With the nodes given, the lines do not depend on each other, and each is cheapest where
 * it takes from the cheapest node first; ties go to the earlier node. Scratch space that is used again for every order.
 */
final class Evaluation {

    private SourcingProblem problem = new SourcingProblem();
    private long valueMin;

    /** By line and place: nodes that have something of the line, cheapest first. */
    int[] cheapest = new int[80];
    /** By line: how many of them. */
    int[] offering = new int[8];
    /** By line and node: as the policy counts it. */
    long[] usable = new long[80];
    /** By line: what all nodes together could give. */
    long[] reachable = new long[8];

    /** By line: the least that its reachable units can cost. */
    long[] least = new long[8];

    private long[] values = new long[10];
    private boolean[] used = new boolean[10];

    // The outcome of the last evaluation.
    long units;
    long cost;
    int shipments;
    boolean admissible;

    void begin(SourcingProblem next, SplitPolicy policy) {
        problem = next;
        valueMin = policy.shipmentValueMin();
        int cells = next.lines * next.nodes;
        if (cheapest.length < cells) {
            cheapest = new int[cells * 2];
            usable = new long[cells * 2];
        }
        if (offering.length < next.lines) {
            offering = new int[next.lines * 2];
            reachable = new long[next.lines * 2];
            least = new long[next.lines * 2];
        }
        if (values.length < next.nodes) {
            values = new long[next.nodes * 2];
            used = new boolean[next.nodes * 2];
        }
        boolean whole = policy.splitting() == SplitPolicy.Splitting.PER_LINE;
        for (int l = 0; l < next.lines; l++) {
            rank(l, whole);
        }
    }

    private void rank(int line, boolean whole) {
        int first = line * problem.nodes;
        long wanted = problem.quantities[line];
        int count = 0;
        long there = 0;
        for (int n = 0; n < problem.nodes; n++) {
            long has = problem.available[first + n];
            long use = whole && has < wanted ? 0 : has;
            usable[first + n] = use;
            if (use > 0) {
                there += use;
                long unitCost = problem.unitCosts[first + n];
                int place = first + count++;
                while (place > first && problem.unitCosts[first + cheapest[place - 1]] > unitCost) {
                    cheapest[place] = cheapest[place - 1];
                    place--;
                }
                cheapest[place] = n;
            }
        }
        offering[line] = count;
        reachable[line] = Math.min(wanted, there);
        long open = reachable[line];
        long sum = 0;
        for (int i = first; i < first + count && open > 0; i++) {
            long take = Math.min(open, usable[first + cheapest[i]]);
            sum += take * problem.unitCosts[first + cheapest[i]];
            open -= take;
        }
        least[line] = sum;
    }

    /** All units that all nodes together could ship. */
    long reachable() {
        long sum = 0;
        for (int l = 0; l < problem.lines; l++) {
            sum += reachable[l];
        }
        return sum;
    }

    /** The least that all reachable units can cost, whatever ships them. */
    long least() {
        long sum = 0;
        for (int l = 0; l < problem.lines; l++) {
            sum += least[l];
        }
        return sum;
    }

    /**
     * Shares the order out over a small set of nodes, given as bits. Stops early, as not admissible, where a node of the
     * set has nothing to do: the set without it is another one and costs no more.
     */
    void of(long set, long fixed) {
        long all = 0;
        long given = 0;
        long usedSet = 0;
        int width = problem.nodes;
        for (int l = 0; l < problem.lines; l++) {
            int first = l * width;
            long open = problem.quantities[l];
            int end = first + offering[l];
            for (int i = first; i < end && open > 0; i++) {
                int node = cheapest[i];
                if (((set >>> node) & 1) != 0) {
                    long take = Math.min(open, usable[first + node]);
                    open -= take;
                    given += take;
                    all += take * problem.unitCosts[first + node];
                    usedSet |= 1L << node;
                }
            }
        }
        units = given;
        cost = all + fixed;
        shipments = Long.bitCount(set);
        admissible = usedSet == set && (valueMin == 0 || shipments == 1 || isWorthWhile(set));
    }

    private boolean isWorthWhile(long set) {
        Arrays.fill(values, 0, problem.nodes, 0);
        for (int l = 0; l < problem.lines; l++) {
            int first = l * problem.nodes;
            long open = problem.quantities[l];
            for (int i = first; i < first + offering[l] && open > 0; i++) {
                int node = cheapest[i];
                if (((set >>> node) & 1) != 0) {
                    long take = Math.min(open, usable[first + node]);
                    open -= take;
                    values[node] += take * problem.unitValues[l];
                }
            }
        }
        for (int n = 0; n < problem.nodes; n++) {
            if (((set >>> n) & 1) != 0 && values[n] < valueMin) {
                return false;
            }
        }
        return true;
    }

    /** The same for a set of any size; nodes with nothing to do cost nothing. */
    void of(boolean[] open) {
        int width = problem.nodes;
        Arrays.fill(used, 0, width, false);
        Arrays.fill(values, 0, width, 0);
        units = 0;
        cost = 0;
        shipments = 0;
        for (int l = 0; l < problem.lines; l++) {
            int first = l * width;
            long left = problem.quantities[l];
            for (int i = first; i < first + offering[l] && left > 0; i++) {
                int node = cheapest[i];
                if (open[node]) {
                    long take = Math.min(left, usable[first + node]);
                    left -= take;
                    units += take;
                    cost += take * problem.unitCosts[first + node];
                    values[node] += take * problem.unitValues[l];
                    used[node] = true;
                }
            }
        }
        boolean worthWhile = true;
        for (int n = 0; n < width; n++) {
            if (used[n]) {
                shipments++;
                cost += problem.fixedCosts[n];
                worthWhile &= values[n] >= valueMin;
            }
        }
        cost += problem.splitPenalty * Math.max(0, shipments - 1);
        admissible = shipments > 0 && (worthWhile || shipments == 1);
    }

    /** True where a node shipped something in the last evaluation of any size. */
    boolean uses(int node) {
        return used[node];
    }

    /** Writes what each node ships of each line, by line and node. */
    void shareOut(boolean[] open, long[] shares) {
        int width = problem.nodes;
        for (int l = 0; l < problem.lines; l++) {
            int first = l * width;
            long left = problem.quantities[l];
            for (int i = first; i < first + offering[l] && left > 0; i++) {
                int node = cheapest[i];
                if (open[node]) {
                    long take = Math.min(left, usable[first + node]);
                    left -= take;
                    shares[first + node] = take;
                }
            }
        }
    }
}
