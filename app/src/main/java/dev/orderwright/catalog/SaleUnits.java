package dev.orderwright.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of an item one orders at once, in whole units of it. What an order makes of it, the checks of orders say.
 *
 * @param packMultiple it is sold in multiples of so many; null for any quantity
 * @param orderMin the least of one order; null for none
 * @param orderMax the most of one order; null for none
 */
public record SaleUnits(
        @Nullable BigDecimal packMultiple,
        @Nullable BigDecimal orderMin,
        @Nullable BigDecimal orderMax) {

    /** Any quantity. */
    public static final SaleUnits ANY = new SaleUnits(null, null, null);

    /** The next quantity from this one up that may be ordered; empty when there is none. */
    public Optional<BigDecimal> atLeast(BigDecimal quantity) {
        BigDecimal wanted = orderMin == null ? quantity : quantity.max(orderMin);
        return within(rounded(wanted, RoundingMode.CEILING));
    }

    /** The next quantity from this one down that may be ordered; empty when there is none. */
    public Optional<BigDecimal> atMost(BigDecimal quantity) {
        BigDecimal wanted = orderMax == null ? quantity : quantity.min(orderMax);
        return within(rounded(wanted, RoundingMode.FLOOR));
    }

    private BigDecimal rounded(BigDecimal quantity, RoundingMode mode) {
        return packMultiple == null
                ? quantity
                : quantity.divide(packMultiple, 0, mode).multiply(packMultiple);
    }

    private Optional<BigDecimal> within(BigDecimal quantity) {
        return quantity.signum() <= 0
                        || (orderMin != null && quantity.compareTo(orderMin) < 0)
                        || (orderMax != null && quantity.compareTo(orderMax) > 0)
                ? Optional.empty()
                : Optional.of(quantity);
    }

    /** Whether this quantity may be ordered. */
    public boolean allow(BigDecimal quantity) {
        return atLeast(quantity).filter(next -> next.compareTo(quantity) == 0).isPresent();
    }

    /** The same, however the numbers are written. */
    boolean isAs(SaleUnits other) {
        return isAs(packMultiple, other.packMultiple)
                && isAs(orderMin, other.orderMin)
                && isAs(orderMax, other.orderMax);
    }

    private static boolean isAs(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
