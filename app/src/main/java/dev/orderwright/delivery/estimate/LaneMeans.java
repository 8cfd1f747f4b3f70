package dev.orderwright.delivery.estimate;

import java.util.HashMap;
import java.util.Map;

/** The mean lead time of each pair of regions so far: the baseline that estimates have to beat. */
final class LaneMeans {

    private final Map<String, double[]> byPair = new HashMap<>();
    private final double[] all = new double[2];

    void add(PastOrder order) {
        double days = order.leadDays();
        double[] pair = byPair.computeIfAbsent(key(order.lane()), key -> new double[2]);
        pair[0] += days;
        pair[1]++;
        all[0] += days;
        all[1]++;
    }

    double of(Lane lane) {
        double[] pair = byPair.getOrDefault(key(lane), all);
        return pair[0] / pair[1];
    }

    private static String key(Lane lane) {
        return lane.originRegion() + ' ' + lane.destinationRegion();
    }
}
