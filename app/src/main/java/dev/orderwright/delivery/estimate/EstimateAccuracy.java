package dev.orderwright.delivery.estimate;

import dev.orderwright.delivery.estimate.EstimateReplay.Replayed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How well estimates held.
 *
 * @param held50 the share of orders that arrived by their P50 date; likewise the others
 * @param pinballLoss in days, mean over the three dates: each is charged for what comes late by its level and for what comes
 *     early by the rest (Koenker and Bassett 1978)
 * @param laneMeanLoss the same loss of the mean lead time of the lane
 */
public record EstimateAccuracy(
        int orders, double held50, double held80, double held95, double pinballLoss, double laneMeanLoss) {

    /** Over all of some orders, at least one. */
    public static EstimateAccuracy of(List<Replayed> replayed) {
        double loss = mean(
                replayed,
                r -> (loss(0.50, r.daysAfter(r.estimate().days50()))
                                + loss(0.80, r.daysAfter(r.estimate().days80()))
                                + loss(0.95, r.daysAfter(r.estimate().days95())))
                        / 3);
        double baseline = mean(
                replayed,
                r -> (loss(0.50, r.daysAfter(r.laneMeanDays()))
                                + loss(0.80, r.daysAfter(r.laneMeanDays()))
                                + loss(0.95, r.daysAfter(r.laneMeanDays())))
                        / 3);
        return new EstimateAccuracy(
                replayed.size(),
                mean(replayed, r -> held(r, r.estimate().p50())),
                mean(replayed, r -> held(r, r.estimate().p80())),
                mean(replayed, r -> held(r, r.estimate().p95())),
                loss,
                baseline);
    }

    /** By month of the order. */
    public static Map<YearMonth, EstimateAccuracy> byMonth(List<Replayed> replayed) {
        return replayed.stream()
                .collect(Collectors.groupingBy(
                        r -> YearMonth.from(r.order().orderedAt()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), EstimateAccuracy::of)));
    }

    /** How much smaller the loss is than that of the mean of the lane: 0.15 is 15 % smaller. */
    public double gain() {
        return 1 - pinballLoss / laneMeanLoss;
    }

    private static double held(Replayed replayed, LocalDate promised) {
        return replayed.order().deliveredAt().toLocalDate().isAfter(promised) ? 0 : 1;
    }

    private static double loss(double level, double daysAfter) {
        return daysAfter >= 0 ? level * daysAfter : (level - 1) * daysAfter;
    }

    private static double mean(List<Replayed> replayed, ToDoubleFunction<Replayed> value) {
        return replayed.stream().mapToDouble(value).average().orElseThrow();
    }
}
