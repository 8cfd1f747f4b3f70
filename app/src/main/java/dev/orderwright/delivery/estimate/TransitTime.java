package dev.orderwright.delivery.estimate;

/** How long a service travels, as a normal distribution, in days. */
public record TransitTime(double meanDays, double deviationDays) {

    /** Further out, the share is 0 or 1 to all digits that matter. */
    private static final double DEVIATIONS_MAX = 8;

    public TransitTime {
        if (!(deviationDays > 0)) {
            throw new IllegalArgumentException("a deviation of " + deviationDays + " days");
        }
    }

    /** The share of parcels that take longer than so many days. */
    public double lateAfter(double days) {
        return 1 - normal((days - meanDays) / deviationDays);
    }

    /** The normal distribution function as a series (Marsaglia 2004), exact to about 15 digits. */
    private static double normal(double deviations) {
        if (Math.abs(deviations) > DEVIATIONS_MAX) {
            return deviations < 0 ? 0 : 1;
        }
        double sum = deviations;
        double before = 0;
        double term = deviations;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= deviations * deviations / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * deviations * deviations) / Math.sqrt(2 * Math.PI);
    }
}
