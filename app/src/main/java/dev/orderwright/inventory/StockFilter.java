package dev.orderwright.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of the overview somebody wants to see.
 *
 * @param text beginning of a SKU, or words of the description; empty for all
 * @param nodeId only what lies at this node
 * @param bucket only items that have something in it
 */
public record StockFilter(
        String text, @Nullable Long nodeId, @Nullable Bucket bucket) {

    /** Everything. */
    public static final StockFilter ALL = new StockFilter("", null, null);

    boolean shows(StockLevel level) {
        return (nodeId == null || nodeId == level.key().nodeId()) && (bucket == null || level.in(bucket) > 0);
    }
}
