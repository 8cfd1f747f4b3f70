package dev.orderwright.inventory;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the overview somebody wants to see.
 *
 * @param text beginning of a SKU, or words of the description; empty for all
 * @param nodeId only what lies at this node
 * @param bucket only items that have something in it
 * @param shortfall only items of which too little is free to promise
 */
public record StockFilter(
        String text,
        @Nullable Long nodeId,
        @Nullable Bucket bucket,
        @Nullable Shortfall shortfall) {

    /** Everything. */
    public static final StockFilter ALL = new StockFilter("", null, null);

    /**
     * Too little is free to promise at a node: what is available, less what is kept back for all channels on a day.
     *
     * @param belowLimit only where less is available than is kept back; otherwise nothing left is enough
     */
    public record Shortfall(LocalDate on, boolean belowLimit) {

        boolean shows(long free) {
            return belowLimit ? free < 0 : free <= 0;
        }
    }

    public StockFilter(String text, @Nullable Long nodeId, @Nullable Bucket bucket) {
        this(text, nodeId, bucket, null);
    }

    /** Whether it leaves items out for another reason than their name. */
    boolean looksAtLevels() {
        return nodeId != null || bucket != null || shortfall != null;
    }

    boolean shows(StockLevel level, Map<StockKey, Long> keptBack) {
        return (nodeId == null || nodeId == level.key().nodeId())
                && (bucket == null || level.in(bucket) > 0)
                && (shortfall == null || shortfall.shows(level.available() - keptBack.getOrDefault(level.key(), 0L)));
    }
}
