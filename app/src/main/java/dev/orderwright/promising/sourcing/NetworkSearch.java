package dev.orderwright.promising.sourcing;

/**
 * Finds a set of nodes where trying all sets would take too long: adds the best node again and again, then drops, adds and
 * swaps nodes while that helps, then closes the gap to the {@link LagrangeanBound} by branch and bound. Stops when the plan
 * is proven to be the cheapest or the work is used up. Work is counted, not timed, so that a replay decides the same.
 */
final class NetworkSearch {

    private static final int STEPS_AT_ROOT = 400;
    private static final int STEPS_BELOW = 40;

    private final SourcingProblem problem;
    private final Evaluation evaluation;
    private final int nodesMax;
    private final boolean[] trial;
    private final byte[] state;
    private long workLeft;

    final boolean[] best;
    long units;
    long cost;
    long lowerBound = Long.MIN_VALUE;

    /** @param workMax how many cells (a line at a node) may be looked at */
    NetworkSearch(SourcingProblem problem, Evaluation evaluation, int nodesMax, long workMax) {
        this.problem = problem;
        this.evaluation = evaluation;
        this.nodesMax = nodesMax;
        workLeft = workMax;
        best = new boolean[problem.nodes];
        trial = new boolean[problem.nodes];
        state = new byte[problem.nodes];
    }

    void search() {
        add();
        improve();
        if (units == evaluation.reachable() && units > 0) {
            bound();
        }
    }

    private void add() {
        boolean better = true;
        for (int count = 0; count < nodesMax && better; count++) {
            better = false;
            System.arraycopy(best, 0, trial, 0, best.length);
            boolean[] start = best.clone();
            for (int n = 0; n < start.length; n++) {
                if (!start[n]) {
                    System.arraycopy(start, 0, trial, 0, start.length);
                    trial[n] = true;
                    better |= consider();
                }
            }
        }
    }

    /** First improvement, over and over: drop one, add one, or swap one for another. */
    private void improve() {
        boolean better = true;
        while (better && workLeft > 0) {
            better = false;
            for (int out = -1; out < best.length && !better; out++) {
                if (out >= 0 && !best[out]) {
                    continue;
                }
                for (int in = -1; in < best.length && !better && workLeft > 0; in++) {
                    if (in >= 0 && best[in]) {
                        continue;
                    }
                    System.arraycopy(best, 0, trial, 0, best.length);
                    if (out >= 0) {
                        trial[out] = false;
                    }
                    if (in >= 0) {
                        trial[in] = true;
                    }
                    better = consider();
                }
            }
        }
    }

    private boolean consider() {
        evaluation.of(trial);
        workLeft -= (long) problem.lines * problem.nodes;
        if (!evaluation.admissible
                || evaluation.shipments > nodesMax
                || evaluation.units < units
                || (evaluation.units == units && evaluation.cost >= cost)) {
            return false;
        }
        units = evaluation.units;
        cost = evaluation.cost;
        for (int n = 0; n < best.length; n++) {
            best[n] = evaluation.uses(n);
        }
        return true;
    }

    private void bound() {
        double[] prices = new double[problem.lines];
        for (int l = 0; l < prices.length; l++) {
            prices[l] = dearest(l);
        }
        lowerBound = Math.min(cost, branch(prices, STEPS_AT_ROOT));
    }

    /** The dearest node that the best plan takes a line from sets its price. */
    private double dearest(int line) {
        int first = line * problem.nodes;
        double dearest = 0;
        for (int i = first; i < first + evaluation.offering[line]; i++) {
            dearest = best[evaluation.cheapest[i]] ? problem.unitCosts[first + evaluation.cheapest[i]] : dearest;
        }
        return dearest;
    }

    /** Returns a bound of all plans that keep to the nodes' states. */
    private long branch(double[] prices, int steps) {
        if (!canCover()) {
            return Long.MAX_VALUE;
        }
        LagrangeanBound relaxation = new LagrangeanBound(problem, evaluation);
        long bound = relaxation.improve(prices, state, cost, steps);
        workLeft -= LagrangeanBound.work(problem, steps);
        if (bound >= cost) {
            return bound;
        }
        round(relaxation.reduced);
        if (bound >= cost || workLeft <= 0) {
            return bound;
        }
        byte[] before = state.clone();
        fixByReducedCost(relaxation.reduced, bound);
        int node = mostDoubtful(relaxation.reduced);
        if (node < 0) {
            long settled = settle();
            System.arraycopy(before, 0, state, 0, state.length);
            return Math.max(bound, settled);
        }
        byte first = relaxation.reduced[node] < 0 ? LagrangeanBound.OPEN : LagrangeanBound.SHUT;
        byte second = first == LagrangeanBound.OPEN ? LagrangeanBound.SHUT : LagrangeanBound.OPEN;
        state[node] = first;
        long one = branch(relaxation.prices, STEPS_BELOW);
        state[node] = second;
        long other = branch(relaxation.prices, STEPS_BELOW);
        System.arraycopy(before, 0, state, 0, state.length);
        return Math.max(bound, Math.min(one, other));
    }

    /** Every node is decided: there is one plan left. */
    private long settle() {
        for (int n = 0; n < trial.length; n++) {
            trial[n] = state[n] == LagrangeanBound.OPEN;
        }
        consider();
        return cost;
    }

    /** Tries the set that the prices suggest, and what can be made of it. */
    private void round(double[] reduced) {
        for (int n = 0; n < trial.length; n++) {
            trial[n] = state[n] == LagrangeanBound.OPEN || (state[n] == LagrangeanBound.FREE && reduced[n] < 0);
        }
        if (consider()) {
            improve();
        }
    }

    /** A node whose other state would cost more than the best plan does stays as it is. */
    private void fixByReducedCost(double[] reduced, long bound) {
        for (int n = 0; n < state.length; n++) {
            if (state[n] == LagrangeanBound.FREE && bound + Math.abs(reduced[n]) > cost + 1.0) {
                state[n] = reduced[n] < 0 ? LagrangeanBound.OPEN : LagrangeanBound.SHUT;
            }
        }
    }

    private int mostDoubtful(double[] reduced) {
        int node = -1;
        for (int n = 0; n < state.length; n++) {
            if (state[n] == LagrangeanBound.FREE && (node < 0 || Math.abs(reduced[n]) < Math.abs(reduced[node]))) {
                node = n;
            }
        }
        return node;
    }

    private boolean canCover() {
        int open = 0;
        for (byte decided : state) {
            open += decided == LagrangeanBound.OPEN ? 1 : 0;
        }
        if (open > nodesMax) {
            return false;
        }
        for (int l = 0; l < problem.lines; l++) {
            long there = 0;
            for (int n = 0; n < state.length; n++) {
                there += state[n] == LagrangeanBound.SHUT ? 0 : evaluation.usable[l * problem.nodes + n];
            }
            if (there < evaluation.reachable[l]) {
                return false;
            }
        }
        return true;
    }
}
