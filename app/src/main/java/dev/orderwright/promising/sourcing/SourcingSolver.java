package dev.orderwright.promising.sourcing;

import dev.orderwright.promising.sourcing.SourcingSolution.Alternative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the cheapest plan of an order: most units first, then least cost, then fewest shipments. Exact up to {@value
 * SubsetSearch#NODES_MAX} nodes and any number of lines; above, near the optimum with a proven bound ({@link
 * NetworkSearch}). Holds scratch space that is used again for every order, so that a small order makes no garbage; for one
 * thread.
 */
public final class SourcingSolver {

    /** Enough to prove the optimum for some dozen nodes and lines: mostly a millisecond, a quarter of a second at most. */
    public static final long WORK_MAX = 200_000_000;

    /** How many alternatives can be remembered. */
    public static final int ALTERNATIVES_MAX = SubsetSearch.KEPT_MAX - 1;

    private final Evaluation evaluation = new Evaluation();
    private final SubsetSearch subsets = new SubsetSearch();
    private final long workMax;
    private SourcingProblem problem = new SourcingProblem();
    private boolean[] open = new boolean[SubsetSearch.NODES_MAX];
    private long[] shares = new long[80];
    private List<Alternative> alternatives = List.of();
    private long units;
    private long cost;
    private long lowerBound;

    public SourcingSolver() {
        this(WORK_MAX);
    }

    /** @param workMax how many cells (a line at a node) may be looked at for one order of a large network */
    public SourcingSolver(long workMax) {
        this.workMax = workMax;
    }

    /**
     * Solves a problem; the outcome stands in this solver until the next call.
     *
     * @param alternativesMax how many of the next best sets of nodes to remember, at most {@value #ALTERNATIVES_MAX}; 0
     *     where nobody will ask. Large networks remember none
     */
    public void solve(SourcingProblem next, SplitPolicy policy, int alternativesMax) {
        problem = next;
        evaluation.begin(next, policy);
        reset();
        int nodesMax = policy.nodesMax(next.nodes);
        if (next.nodes <= SubsetSearch.NODES_MAX) {
            exactly(nodesMax, Math.min(alternativesMax, ALTERNATIVES_MAX));
        } else {
            nearly(nodesMax);
        }
        if (policy.shipComplete() && units < wanted()) {
            reset();
        }
        evaluation.shareOut(open, shares);
    }

    private void exactly(int nodesMax, int alternativesMax) {
        subsets.search(problem, evaluation, nodesMax, 1 + alternativesMax);
        if (subsets.kept > 0) {
            for (int n = 0; n < problem.nodes; n++) {
                open[n] = ((subsets.sets[0] >>> n) & 1) != 0;
            }
            units = subsets.units[0];
            cost = subsets.costs[0];
            lowerBound = cost;
        }
        if (subsets.kept > 1) {
            alternatives = new ArrayList<>(subsets.kept - 1);
            for (int i = 1; i < subsets.kept; i++) {
                alternatives.add(new Alternative(bits(subsets.sets[i]), subsets.units[i], subsets.costs[i]));
            }
        }
    }

    private void nearly(int nodesMax) {
        NetworkSearch search = new NetworkSearch(problem, evaluation, nodesMax, workMax);
        search.search();
        System.arraycopy(search.best, 0, open, 0, search.best.length);
        units = search.units;
        cost = search.cost;
        lowerBound = search.lowerBound;
    }

    private void reset() {
        int nodes = problem.nodes;
        open = open.length < nodes ? new boolean[2 * nodes] : open;
        shares = shares.length < problem.lines * nodes ? new long[2 * problem.lines * nodes] : shares;
        Arrays.fill(open, 0, nodes, false);
        Arrays.fill(shares, 0, problem.lines * nodes, 0);
        alternatives = List.of();
        units = 0;
        cost = 0;
        lowerBound = 0;
    }

    private long wanted() {
        long wanted = 0;
        for (int l = 0; l < problem.lines; l++) {
            wanted += problem.quantities[l];
        }
        return wanted;
    }

    /** All that ships. */
    public long units() {
        return units;
    }

    /** In points. */
    public long cost() {
        return cost;
    }

    /** What a node ships of a line. */
    public long share(int line, int node) {
        return shares[line * problem.nodes + node];
    }

    /** True where a node ships. */
    public boolean ships(int node) {
        return open[node];
    }

    /** The outcome as a value that outlives the next call. */
    public SourcingSolution solution() {
        int[] nodes = IntStream.range(0, problem.nodes).filter(n -> open[n]).toArray();
        long[] kept = Arrays.copyOf(shares, problem.lines * problem.nodes);
        return new SourcingSolution(nodes, kept, units, cost, lowerBound, List.copyOf(alternatives));
    }

    private static int[] bits(int set) {
        return IntStream.range(0, SubsetSearch.NODES_MAX)
                .filter(n -> ((set >>> n) & 1) != 0)
                .toArray();
    }
}
