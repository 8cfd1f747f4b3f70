package dev.orderwright.delivery.estimate;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * An order that has arrived. Both moments are local time of the destination.
 *
 * <p>Its lead time runs until the day on which it arrived begins: a date is kept by whatever arrives on it.
 */
public record PastOrder(Lane lane, LocalDateTime orderedAt, LocalDateTime deliveredAt) {

    /** What arrives on the day of its order has taken about as long. */
    static final double LEAD_DAYS_MIN = 0.3;

    private static final double SECONDS_PER_DAY = 86_400;

    public PastOrder {
        if (deliveredAt.isBefore(orderedAt)) {
            throw new IllegalArgumentException("ordered at " + orderedAt + ", delivered at " + deliveredAt);
        }
    }

    /** From the order to the beginning of the day on which it arrived. */
    public double leadDays() {
        return Math.max(LEAD_DAYS_MIN, days(orderedAt, deliveredAt.toLocalDate().atStartOfDay()));
    }

    static double days(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }
}
