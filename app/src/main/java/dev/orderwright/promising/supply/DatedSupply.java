package dev.orderwright.promising.supply;

import java.util.Arrays;

/**
 * What is there of one item at one place, what will arrive and what is already promised, in buckets: a bucket starts on
 * its day and lasts until the day before the next one; the last has no end. Immutable. Days are counted from 1970-01-01,
 * quantities in the item's smallest unit.
 *
 * <p>Available to promise as the APICS dictionary defines it: {@link #discrete} per receipt, {@link #cumulative} with
 * look-ahead. Both need one pass over the buckets.
 */
public final class DatedSupply {

    private final long onHand;
    private final int[] days;
    private final long[] receipts;
    private final long[] orders;

    private DatedSupply(long onHand, int[] days, long[] receipts, long[] orders) {
        this.onHand = onHand;
        this.days = days;
        this.receipts = receipts;
        this.orders = orders;
    }

    /**
     * Puts buckets together.
     *
     * @param onHand what is there before the first bucket; negative when more has left than was booked
     * @param days first days of the buckets, ascending, at least one; the first is today, and what is overdue counts in it
     * @param receipts by bucket: what arrives, not negative
     * @param orders by bucket: what is already promised for it, not negative
     */
    public static DatedSupply of(long onHand, int[] days, long[] receipts, long[] orders) {
        if (days.length == 0 || receipts.length != days.length || orders.length != days.length) {
            throw new IllegalArgumentException(
                    days.length + " days, " + receipts.length + " receipts, " + orders.length + " orders");
        }
        for (int b = 0; b < days.length; b++) {
            if (b > 0 && days[b] <= days[b - 1]) {
                throw new IllegalArgumentException("day " + days[b] + " does not come after " + days[b - 1]);
            }
            if (receipts[b] < 0 || orders[b] < 0) {
                throw new IllegalArgumentException(
                        "day " + days[b] + ": receipts " + receipts[b] + ", orders " + orders[b]);
            }
        }
        return new DatedSupply(onHand, days.clone(), receipts.clone(), orders.clone());
    }

    public int buckets() {
        return days.length;
    }

    /** The first day of a bucket. */
    public int day(int bucket) {
        return days[bucket];
    }

    /** The bucket that a day lies in; −1 for a day before the first one. */
    public int bucketOf(int day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 2;
    }

    /** The same with more promised for a day; a day before the first bucket counts in the first. */
    public DatedSupply promised(int day, long quantity) {
        return new DatedSupply(onHand, days, receipts, added(orders, Math.max(0, bucketOf(day)), quantity));
    }

    /** The same with more arriving on a day; what should have come before the first bucket counts in the first. */
    public DatedSupply received(int day, long quantity) {
        int bucket = bucketOf(day);
        if (bucket < 0 || days[bucket] == day) {
            return new DatedSupply(onHand, days, added(receipts, Math.max(0, bucket), quantity), orders);
        }
        int at = bucket + 1;
        return new DatedSupply(
                onHand, inserted(days, at, day), inserted(receipts, at, quantity), inserted(orders, at, 0));
    }

    /** By bucket: what is there at its end when nothing more is promised; may be negative. */
    public long[] projected() {
        long[] projected = new long[days.length];
        long there = onHand;
        for (int b = 0; b < days.length; b++) {
            there = Math.subtractExact(Math.addExact(there, receipts[b]), orders[b]);
            projected[b] = there;
        }
        return projected;
    }

    /**
     * Discrete available to promise, by bucket: each receipt less the orders until the next receipt; on hand belongs to
     * the first bucket; buckets without a receipt have 0. May be negative where orders rely on an earlier receipt.
     */
    public long[] discrete() {
        long[] discrete = new long[days.length];
        int last = 0;
        discrete[0] = onHand;
        for (int b = 0; b < days.length; b++) {
            last = receipts[b] > 0 ? b : last;
            discrete[last] = Math.subtractExact(Math.addExact(discrete[last], receipts[b]), orders[b]);
        }
        return discrete;
    }

    /**
     * {@link #discrete} with backward consumption: what a receipt lacks is taken from the receipts before it, the latest
     * first. Nothing is negative then but the first bucket, and that only when more is promised than will ever be there in
     * time. Its running sum is {@link #cumulative}.
     */
    public long[] discreteConsumedBackward() {
        long[] discrete = discrete();
        for (int b = discrete.length - 1; b > 0; b--) {
            if (discrete[b] < 0) {
                discrete[b - 1] = Math.addExact(discrete[b - 1], discrete[b]);
                discrete[b] = 0;
            }
        }
        return discrete;
    }

    /**
     * Cumulative available to promise with look-ahead: what may be promised for a bucket without harm to any later order.
     * It is the running minimum, from the right, of what is projected.
     */
    public Promisable cumulative() {
        long[] promisable = projected();
        for (int b = promisable.length - 2; b >= 0; b--) {
            promisable[b] = Math.min(promisable[b], promisable[b + 1]);
        }
        return new Promisable(days, promisable);
    }

    private static long[] added(long[] values, int at, long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity " + quantity);
        }
        long[] sum = values.clone();
        sum[at] = Math.addExact(sum[at], quantity);
        return sum;
    }

    private static long[] inserted(long[] values, int at, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("quantity " + value);
        }
        long[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        more[at] = value;
        return more;
    }

    private static int[] inserted(int[] values, int at, int value) {
        int[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        more[at] = value;
        return more;
    }
}
