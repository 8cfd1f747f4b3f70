package dev.orderwright.shared;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Quantities as people write them ({@code 2.5}) and as they are kept: whole numbers of an item's smallest unit. */
public final class Quantities {

    /** More digits before the point than any quantity has. */
    private static final int DIGITS_MAX = 12;

    private Quantities() {}

    /**
     * How many of the smallest unit a quantity is. Empty when it has more decimals than the item; what is absurdly
     * large stays so ({@link Long#MAX_VALUE}), without computing a number of a billion digits first.
     */
    public static OptionalLong units(BigDecimal quantity, int decimals) {
        if ((long) quantity.precision() - quantity.scale() > DIGITS_MAX) {
            return OptionalLong.of(quantity.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE);
        }
        BigDecimal exact = quantity.stripTrailingZeros();
        return exact.scale() > decimals
                ? OptionalLong.empty()
                : OptionalLong.of(exact.scaleByPowerOfTen(decimals).longValueExact());
    }

    /** The quantity in whole units, with the item's decimals. */
    public static BigDecimal whole(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }

    /** For people: {@code 1,234} or {@code 2.500}. */
    public static String text(long units, int decimals) {
        return String.format(Texts.language().locale(), "%,." + decimals + "f", whole(units, decimals));
    }
}
