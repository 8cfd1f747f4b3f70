package dev.orderwright.channels.retail;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Which stock comes in when and where, and which units will still be on backorder when the file is worked off.
 *
 * <p>At the end of the run an article with backorders has exactly these, and no stock. Every other article has none,
 * and as much stock as was found, cancelled or given back.
 */
final class SupplyPlan {

    private final List<SupplyReceipt> receipts;
    private final SortedMap<String, Long> backorders;

    SupplyPlan(List<SupplyReceipt> receipts, SortedMap<String, Long> backorders) {
        this.receipts = receipts;
        this.backorders = backorders;
    }

    /** In the order of time. */
    Stream<SupplyReceipt> receipts() {
        return receipts.stream();
    }

    /** Units by SKU that nothing will ever supply. */
    SortedMap<String, Long> backorders() {
        return backorders;
    }

    long backorderedUnits() {
        return backorders.values().stream().mapToLong(Long::longValue).sum();
    }

    long suppliedUnits() {
        return receipts.stream().mapToLong(SupplyReceipt::quantity).sum();
    }
}
