package dev.orderwright.promising.sourcing;

import java.util.Arrays;

/**
 * How little a plan can cost that ships all that is reachable: the Lagrangean relaxation of the demand of each line,
 * after which each node decides for itself, improved by subgradient steps. It is as good as the linear relaxation with
 * {@code shipped <= available * open}, which for problems of facility location is within a few percent of the optimum
 * and mostly equal to it (Held, Wolfe, Crowder 1974; Cornuéjols, Fisher, Nemhauser 1977).
 */
final class LagrangeanBound {

    static final byte FREE = 0;
    static final byte OPEN = 1;
    static final byte SHUT = 2;

    private static final int PATIENCE = 12;
    private static final double STEP_MIN = 1e-3;
    /** Sums of doubles are exact to far less than this part of them. */
    private static final double TOLERANCE = 1e-9;

    private final SourcingProblem problem;
    private final Evaluation evaluation;
    private final double[] slope;
    private final double[] trial;

    /** By line: the price of a unit of demand at which the bound was best. */
    final double[] prices;
    /** By node: what opening it changed at these prices; negative where it pays. */
    final double[] reduced;

    private final double[] reducedNow;

    LagrangeanBound(SourcingProblem problem, Evaluation evaluation) {
        this.problem = problem;
        this.evaluation = evaluation;
        slope = new double[problem.lines];
        trial = new double[problem.lines];
        prices = new double[problem.lines];
        reduced = new double[problem.nodes];
        reducedNow = new double[problem.nodes];
    }

    /** What a bound costs to compute, in cells. */
    static long work(SourcingProblem problem, int steps) {
        return (long) steps * problem.lines * problem.nodes;
    }

    /**
     * Improves the bound from the given prices on, which it replaces by the best it finds.
     *
     * @param state by node: {@link #FREE}, {@link #OPEN} or {@link #SHUT}
     * @param known the cost of the best plan so far; no better bound is looked for than that
     */
    long improve(double[] from, byte[] state, long known, int steps) {
        System.arraycopy(from, 0, trial, 0, trial.length);
        double best = Double.NEGATIVE_INFINITY;
        double scale = 1.5;
        int idle = 0;
        for (int step = 0; step < steps && scale > STEP_MIN; step++) {
            double value = value(state);
            if (value > best) {
                idle = value > best + Math.abs(best) * 1e-5 ? 0 : idle + 1;
                best = value;
                System.arraycopy(trial, 0, prices, 0, prices.length);
                System.arraycopy(reducedNow, 0, reduced, 0, reduced.length);
                if (rounded(best) >= known) {
                    break;
                }
            } else {
                idle++;
            }
            if (idle > PATIENCE) {
                scale /= 2;
                idle = 0;
                System.arraycopy(prices, 0, trial, 0, trial.length);
                value(state);
            }
            double length = 0;
            for (double s : slope) {
                length += s * s;
            }
            if (length == 0) {
                break;
            }
            double move = scale * Math.max(1, known - value) / length;
            for (int l = 0; l < trial.length; l++) {
                trial[l] += move * slope[l];
            }
        }
        return rounded(best);
    }

    /** The relaxation at the trial prices; leaves the slopes and what each node would change. */
    private double value(byte[] state) {
        int width = problem.nodes;
        double sum = -problem.splitPenalty;
        Arrays.fill(reducedNow, 0);
        for (int n = 0; n < width; n++) {
            reducedNow[n] = (double) problem.fixedCosts[n] + problem.splitPenalty;
        }
        for (int l = 0; l < problem.lines; l++) {
            int first = l * width;
            sum += trial[l] * evaluation.reachable[l];
            slope[l] = evaluation.reachable[l];
            for (int i = first; i < first + evaluation.offering[l]; i++) {
                int node = evaluation.cheapest[i];
                double gain = problem.unitCosts[first + node] - trial[l];
                if (gain >= 0) {
                    break;
                }
                reducedNow[node] += gain * evaluation.usable[first + node];
            }
        }
        for (int n = 0; n < width; n++) {
            sum += counts(state, n) ? reducedNow[n] : 0;
        }
        for (int l = 0; l < problem.lines; l++) {
            int first = l * width;
            for (int i = first; i < first + evaluation.offering[l]; i++) {
                int node = evaluation.cheapest[i];
                if (problem.unitCosts[first + node] >= trial[l]) {
                    break;
                }
                slope[l] -= counts(state, node) ? evaluation.usable[first + node] : 0;
            }
        }
        return sum;
    }

    private boolean counts(byte[] state, int node) {
        return state[node] == OPEN || (state[node] == FREE && reducedNow[node] < 0);
    }

    /** Costs are whole points, so a bound is too. */
    private static long rounded(double bound) {
        return (long) Math.ceil(bound - TOLERANCE * Math.max(1, Math.abs(bound)) - 1e-4);
    }
}
