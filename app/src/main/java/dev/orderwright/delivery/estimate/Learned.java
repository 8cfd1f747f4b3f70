package dev.orderwright.delivery.estimate;

import dev.orderwright.delivery.estimate.EstimateReplay.Replayed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What past orders teach.
 *
 * @param replayed each past order with what would have been said when it was placed
 * @param model null while too few orders have arrived
 * @param calibration null while too few of those that were estimated have arrived
 */
public record Learned(
        List<Replayed> replayed,
        @Nullable LeadTimeModel model,
        @Nullable Calibration calibration) {

    private static final double SURE = 0.99;

    /**
     * When an order under way arrives.
     *
     * @param p50 half of such orders have come by then; likewise the others
     * @param kept the share of such orders that comes by the promised day
     */
    public record Chances(LocalDate p50, LocalDate p80, LocalDate p95, double kept) {

        /** Two parts of one order: all has come when the later has. */
        public Chances and(Chances other) {
            return new Chances(
                    later(p50, other.p50), later(p80, other.p80), later(p95, other.p95), Math.min(kept, other.kept));
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /**
     * What is known of an order that has not come before today; that it has not is used. Nothing when too little is known,
     * or when it is later than nearly all ever were.
     *
     * @param promised the day to be kept
     */
    public Optional<Chances> chances(Lane lane, LocalDateTime orderedAt, LocalDate today, LocalDate promised) {
        if (model == null || calibration == null) {
            return Optional.empty();
        }
        double expected = model.expected(lane);
        double over = share(expected, orderedAt, today.minusDays(1));
        if (over > SURE) {
            return Optional.empty();
        }
        double kept = Math.max(0, share(expected, orderedAt, promised) - over) / (1 - over);
        return Optional.of(new Chances(
                day(expected, orderedAt, over, 0.50),
                day(expected, orderedAt, over, 0.80),
                day(expected, orderedAt, over, 0.95),
                kept));
    }

    /**
     * The share of such orders that have come by the end of a day. Lead times end with the day before the arrival and past
     * orders were placed at any hour, so that on average the middle of the day divides who comes on it from who comes after.
     */
    private double share(double expected, LocalDateTime orderedAt, LocalDate day) {
        if (calibration == null || day.isBefore(orderedAt.toLocalDate())) {
            return 0;
        }
        double days = Math.max(PastOrder.LEAD_DAYS_MIN, PastOrder.days(orderedAt, day.atTime(LocalTime.NOON)));
        return calibration.share(Math.log(days) - expected);
    }

    private LocalDate day(double expected, LocalDateTime orderedAt, double over, double level) {
        double margin = calibration == null ? 0 : calibration.margin(over + level * (1 - over));
        return DeliveryEstimate.date(orderedAt, Math.exp(expected + margin));
    }
}
