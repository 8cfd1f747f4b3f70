package dev.orderwright.allocation;

import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.shared.Json;
import java.util.List;

/**
 * What a run gives to whom, in smallest units of the item.
 *
 * @param free what nobody had before
 * @param shares the most urgent order first, then the oldest
 * @param left what nobody gets
 */
public record SharingPlan(long free, List<Share> shares, long left) {

    public SharingPlan {
        shares = List.copyOf(shares);
    }

    /**
     * One order.
     *
     * @param priority 0 low to 9 high
     * @param wants all it has and lacks
     * @param atLeast less than this is worth nothing to it
     * @param before what it had
     * @param meant what the run gives it
     * @param got what it has now: less than was meant where no node that may serve the order has more, more where others
     *     have left something
     */
    public record Share(
            String orderId,
            String number,
            String channel,
            int priority,
            long wants,
            long atLeast,
            SharingPolicy policy,
            long before,
            long meant,
            long got) {

        Share got(long units) {
            return new Share(orderId, number, channel, priority, wants, atLeast, policy, before, meant, units);
        }

        /** Above 0 for who gains. */
        public long difference() {
            return got - before;
        }
    }

    /** Tells plans apart that came of other claims, other stock or another wish. */
    public String mark() {
        return Integer.toHexString((free + Json.write(shares)).hashCode());
    }
}
