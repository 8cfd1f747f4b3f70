package dev.orderwright.delivery.estimate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How long orders usually take, as the logarithm of days: a line in the logarithm of the distance, and on top of it what
 * the destination's region, the pair of regions, the lane and the shipper add, each shrunk towards nothing while there
 * are few orders to know it from (hierarchical shrinkage, after James and Stein; the constants are prior orders). Recent
 * deliveries weigh more, and single absurd ones are drawn in. Immutable.
 */
public final class LeadTimeModel {

    /** Fewer orders teach nothing. */
    static final int ORDERS_MIN = 40;

    private static final double HALF_LIFE_DAYS = 90;
    private static final double KILOMETRES_AT_LEAST = 50;
    private static final double TRIMMED = 0.02;

    /** A property of lanes that changes how long they take. */
    private enum Level {
        DESTINATION_REGION(8, Lane::destinationRegion),
        REGION_PAIR(8, lane -> lane.originRegion() + ' ' + lane.destinationRegion()),
        AREA_PAIR(8, lane -> lane.origin() + ' ' + lane.destination()),
        SHIPPER(6, Lane::shipper);

        final double priorOrders;
        final Function<Lane, String> key;

        Level(double priorOrders, Function<Lane, String> key) {
            this.priorOrders = priorOrders;
            this.key = key;
        }
    }

    private final double intercept;
    private final double slope;
    private final List<Map<String, Double>> effects;

    private LeadTimeModel(double intercept, double slope, List<Map<String, Double>> effects) {
        this.intercept = intercept;
        this.slope = slope;
        this.effects = effects;
    }

    /**
     * Learns from orders.
     *
     * @param orders at least {@value #ORDERS_MIN}, all delivered before
     * @param now what lies longer ago counts less
     */
    public static LeadTimeModel learn(List<PastOrder> orders, LocalDateTime now) {
        if (orders.size() < ORDERS_MIN) {
            throw new IllegalArgumentException("only " + orders.size() + " orders to learn from");
        }
        int size = orders.size();
        double[] weights = new double[size];
        double[] x = new double[size];
        double[] rest = new double[size];
        for (int i = 0; i < size; i++) {
            PastOrder order = orders.get(i);
            weights[i] = Math.pow(0.5, PastOrder.days(order.deliveredAt(), now) / HALF_LIFE_DAYS);
            x[i] = distance(order.lane());
            rest[i] = Math.log(order.leadDays());
        }
        trim(rest);
        double[] line = line(weights, x, rest);
        for (int i = 0; i < size; i++) {
            rest[i] -= line[0] + line[1] * x[i];
        }
        List<Map<String, Double>> effects = new ArrayList<>();
        for (Level level : Level.values()) {
            effects.add(effects(level, orders, weights, rest));
        }
        return new LeadTimeModel(line[0], line[1], effects);
    }

    /** The usual lead time as the logarithm of days. */
    public double expected(Lane lane) {
        double expected = intercept + slope * distance(lane);
        int i = 0;
        for (Level level : Level.values()) {
            expected += effects.get(i++).getOrDefault(level.key.apply(lane), 0.0);
        }
        return expected;
    }

    private static double distance(Lane lane) {
        return Math.log(lane.kilometres() + KILOMETRES_AT_LEAST);
    }

    /** Draws the shortest and the longest in. */
    private static void trim(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (TRIMMED * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TRIMMED) * (sorted.length - 1))];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.clamp(values[i], low, high);
        }
    }

    /** Weighted least squares: intercept and slope. */
    private static double[] line(double[] weights, double[] x, double[] y) {
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }
        meanX /= sum;
        meanY /= sum;
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += weights[i] * (x[i] - meanX) * (y[i] - meanY);
            variance += weights[i] * (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = variance > 0 ? covariance / variance : 0;
        return new double[] {meanY - slope * meanX, slope};
    }

    /** The shrunken means of what is left, by key; takes them off what is left. */
    private static Map<String, Double> effects(Level level, List<PastOrder> orders, double[] weights, double[] rest) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < rest.length; i++) {
            double[] sum = sums.computeIfAbsent(
                    level.key.apply(orders.get(i).lane()), key -> new double[] {0, level.priorOrders});
            sum[0] += weights[i] * rest[i];
            sum[1] += weights[i];
        }
        Map<String, Double> effects = new HashMap<>();
        sums.forEach((key, sum) -> effects.put(key, sum[0] / sum[1]));
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= effects.getOrDefault(level.key.apply(orders.get(i).lane()), 0.0);
        }
        return effects;
    }
}
