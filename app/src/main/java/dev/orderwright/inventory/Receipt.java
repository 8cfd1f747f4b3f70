package dev.orderwright.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that have come to a node and go onto the shelf.
 *
 * @param quantity in the item's smallest unit
 * @param bin where they are laid, empty for the usual bin
 * @param reason why, in a word in capitals ({@code RECEIPT}, {@code OPENING})
 * @param documentNo what the other side calls the delivery, may be empty; lines with the same number share a receipt
 * @param supplyId the announced supply these goods are part of
 */
public record Receipt(
        long itemId,
        long nodeId,
        long quantity,
        String bin,
        String reason,
        String documentNo,
        @Nullable Long supplyId) {

    /** The reason of an ordinary delivery. */
    public static final String RECEIPT = "RECEIPT";

    /** The answer: what was received, in the order in which it was given. */
    public record Received(List<ReceivedLine> lines) {}

    /**
     * What was received.
     *
     * @param document our number of the receipt
     */
    public record ReceivedLine(String document, long itemId, long nodeId, String bin, long quantity) {}
}
