package dev.orderwright.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Exact arithmetic on minor units: nothing is lost and nothing is made when an amount is divided. */
public final class Amounts {

    private Amounts() {}

    /**
     * Spreads a total over weights by the largest remainder method; the parts sum to the total exactly. Ties go to the
     * earlier part. Where all weights are 0 the parts are as equal as can be.
     *
     * @param total in minor units, may be negative
     * @param weights not negative
     */
    public static long[] spread(long total, long[] weights) {
        if (weights.length == 0) {
            if (total != 0) {
                throw new IllegalArgumentException("cannot spread " + total + " over nothing");
            }
            return new long[0];
        }
        if (total < 0) {
            return negated(spread(-total, weights));
        }
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is negative: " + weight);
            }
            sum = sum.add(BigInteger.valueOf(weight));
        }
        if (sum.signum() == 0) {
            long[] equal = new long[weights.length];
            Arrays.fill(equal, 1);
            return spread(total, equal);
        }
        return largestRemainder(total, weights, sum);
    }

    private static long[] largestRemainder(long total, long[] weights, BigInteger sum) {
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] share = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            given += parts[i];
        }
        int left = Math.toIntExact(total - given);
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> remainders[b].compareTo(remainders[a]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static long[] negated(long[] parts) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = -parts[i];
        }
        return parts;
    }

    /**
     * The part of a line's amount that belongs to the units {@code [from, to)} of its {@code quantity} units. Each unit
     * is worth the floor or the ceiling of the mean, so the shares of any partition of the units sum to the total: this
     * is what makes partial shipments, invoices and credits add up to the cent.
     */
    public static long share(long total, long quantity, long from, long to) {
        if (quantity <= 0 || from < 0 || to < from || to > quantity) {
            throw new IllegalArgumentException("units [" + from + ", " + to + ") of " + quantity);
        }
        return upTo(total, quantity, to) - upTo(total, quantity, from);
    }

    private static long upTo(long total, long quantity, long unit) {
        long high = Math.multiplyHigh(total, unit);
        long low = total * unit;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return Math.floorDiv(low, quantity);
        }
        BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(unit));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(quantity));
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }

    /** Unit price times quantity in minor units, half up. */
    public static long lineAmount(BigDecimal unitPrice, long quantity, int quantityDecimals, String currency) {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity, quantityDecimals))
                .setScale(Money.decimals(currency), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** A rate in per cent of an amount, half up, in minor units. */
    public static long percent(long minor, BigDecimal ratePercent) {
        return BigDecimal.valueOf(minor)
                .multiply(ratePercent)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
