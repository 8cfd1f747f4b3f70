package dev.orderwright.delivery.estimate;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When an order will arrive: dates that hold for half, 80 % and 95 % of orders, never before one another.
 *
 * @param expected the logarithm of the usual lead time in days; kept with the order, as calibration needs it when it has
 *     arrived
 * @param days50 from the moment of the order; likewise the others
 */
public record DeliveryEstimate(LocalDateTime orderedAt, double expected, double days50, double days80, double days95) {

    private static final double SECONDS_PER_DAY = 86_400;

    /** From a model and its calibration. */
    public static DeliveryEstimate of(
            Lane lane, LocalDateTime orderedAt, LeadTimeModel model, Calibration calibration) {
        double expected = model.expected(lane);
        return new DeliveryEstimate(
                orderedAt,
                expected,
                Math.exp(expected + calibration.margin(0.50)),
                Math.exp(expected + calibration.margin(0.80)),
                Math.exp(expected + calibration.margin(0.95)));
    }

    public LocalDate p50() {
        return date(days50);
    }

    public LocalDate p80() {
        return date(days80);
    }

    public LocalDate p95() {
        return date(days95);
    }

    private LocalDate date(double days) {
        return date(orderedAt, days);
    }

    static LocalDate date(LocalDateTime orderedAt, double days) {
        return orderedAt.plusSeconds((long) (days * SECONDS_PER_DAY)).toLocalDate();
    }
}
