package dev.orderwright.delivery.estimate;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How far recent orders strayed from what was expected of them when they were placed, and from that how much has to be
 * added so that a date holds as often as it should: split conformal prediction with weights that halve every {@value
 * #HALF_LIFE_DAYS} days, so that it follows when everything becomes slower or faster (Barber, Candès, Ramdas and Tibshirani
 * 2023, on exchangeability that does not quite hold). Immutable.
 *
 * <p>Orders are weighed by when they arrived, not by when they were placed: among those placed lately only the quick ones
 * are known yet, among those that arrived lately are quick and slow ones alike.
 */
public final class Calibration {

    /** Fewer orders say nothing about one in twenty. */
    static final int SCORES_MIN = 50;

    private static final int HALF_LIFE_DAYS = 16;
    private static final double LEVEL_MAX = 0.999;

    /**
     * An order that has arrived.
     *
     * @param value logarithm of its lead time less what was expected when it was placed, by a model that did not know it
     */
    public record Score(LocalDateTime deliveredAt, double value) {}

    /** Ascending. */
    private final double[] values;
    /** By value: the weight of all values up to it. */
    private final double[] weightUpTo;
    /** As many scores of equal weight would say as much (Kish). */
    private final double effectiveScores;

    private Calibration(double[] values, double[] weightUpTo, double effectiveScores) {
        this.values = values;
        this.weightUpTo = weightUpTo;
        this.effectiveScores = effectiveScores;
    }

    /**
     * Calibrates at a moment.
     *
     * @param scores at least {@value #SCORES_MIN}, all known then
     */
    public static Calibration of(List<Score> scores, LocalDateTime now) {
        if (scores.size() < SCORES_MIN) {
            throw new IllegalArgumentException("only " + scores.size() + " scores");
        }
        Score[] ascending = scores.toArray(Score[]::new);
        Arrays.sort(ascending, Comparator.comparingDouble(Score::value));
        double[] values = new double[ascending.length];
        double[] weightUpTo = new double[ascending.length];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < ascending.length; i++) {
            double weight = Math.pow(0.5, PastOrder.days(ascending[i].deliveredAt(), now) / HALF_LIFE_DAYS);
            sum += weight;
            squares += weight * weight;
            values[i] = ascending[i].value();
            weightUpTo[i] = sum;
        }
        return new Calibration(values, weightUpTo, sum * sum / squares);
    }

    /** The share of orders that took no longer than expected and so much more, as a logarithm. */
    public double share(double margin) {
        int found = Arrays.binarySearch(values, Math.nextUp(margin));
        int upTo = (found >= 0 ? found : -found - 1) - 1;
        return upTo < 0 ? 0 : weightUpTo[upTo] / weightUpTo[weightUpTo.length - 1];
    }

    /**
     * What is to be added to the expected logarithm so that a share of orders arrives in time. Above the middle the share is
     * raised a little, as one more order could be worse than all so far.
     *
     * @param level between 0 and 1
     */
    public double margin(double level) {
        double raised = level > 0.5 ? Math.min(LEVEL_MAX, level * (1 + 1 / effectiveScores)) : level;
        int found = Arrays.binarySearch(weightUpTo, raised * weightUpTo[weightUpTo.length - 1]);
        return values[Math.min(values.length - 1, found >= 0 ? found : -found - 1)];
    }
}
