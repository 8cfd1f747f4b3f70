package dev.orderwright.channels.retail;

import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * Stock that comes in.
 *
 * @param at local time of the shop
 * @param node 0 for the main node, 1 for the second one
 */
record SupplyReceipt(LocalDateTime at, String sku, int node, long quantity) {

    /** The order in which the plan is worked off. */
    static final Comparator<SupplyReceipt> BY_TIME = Comparator.comparing(SupplyReceipt::at)
            .thenComparing(SupplyReceipt::sku)
            .thenComparingInt(SupplyReceipt::node);
}
