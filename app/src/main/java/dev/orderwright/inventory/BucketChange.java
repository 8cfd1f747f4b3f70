package dev.orderwright.inventory;

import java.util.List;

/**
 * Units whose condition turns out to be another: held back, found damaged, set apart, or good again.
 *
 * @param from AVAILABLE, QC_HOLD, DAMAGED or QUARANTINE, and so is {@code to}
 * @param quantity in the item's smallest unit
 * @param bin where available units are taken from or laid; empty for any, or for the usual bin
 * @param reason why, in a word in capitals ({@code QC_PASSED}, {@code WATER_DAMAGE})
 * @param note for whoever reads it later; lines with the same note share a document
 */
public record BucketChange(
        long itemId, long nodeId, Bucket from, Bucket to, long quantity, String bin, String reason, String note) {

    /** The answer: what was changed, in the order in which it was given. */
    public record BucketsChanged(List<ChangedLine> lines) {}

    /**
     * What was changed.
     *
     * @param document our number of the change
     */
    public record ChangedLine(String document, long itemId, long nodeId, Bucket from, Bucket to, long quantity) {}
}
