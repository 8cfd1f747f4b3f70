package dev.orderwright.verification;

/**
 * A number that a check goes by.
 *
 * @see Check#limits()
 */
public enum Limit {
    /** So many. */
    COUNT(1, 1_000_000_000L),
    /** Within so many minutes. */
    MINUTES(1, 30L * 24 * 60),
    /** So many per cent. */
    PERCENT(1, 100),
    /** An amount in whole units of the order's currency. */
    AMOUNT(1, 1_000_000_000L);

    private final long min;
    private final long max;

    Limit(long min, long max) {
        this.min = min;
        this.max = max;
    }

    public long min() {
        return min;
    }

    public long max() {
        return max;
    }
}
