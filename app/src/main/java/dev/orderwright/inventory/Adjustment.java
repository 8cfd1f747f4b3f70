package dev.orderwright.inventory;

import java.util.List;

/**
 * A balance that is put right: units appear from nowhere or are written off.
 *
 * @param bucket AVAILABLE, QC_HOLD, DAMAGED or QUARANTINE; what orders or deliveries hold cannot be adjusted
 * @param delta in the item's smallest unit, above or below 0
 * @param bin where available units are laid or taken from; empty for the usual bin, or for any
 * @param note for whoever reads it later; lines with the same note share a document
 */
public record Adjustment(
        long itemId, long nodeId, Bucket bucket, long delta, String bin, AdjustmentReason reason, String note) {

    /** The answer: what was adjusted, in the order in which it was given. */
    public record Adjusted(List<AdjustedLine> lines) {}

    /**
     * What was adjusted.
     *
     * @param document our number of the adjustment
     */
    public record AdjustedLine(String document, long itemId, long nodeId, Bucket bucket, long delta) {}
}
