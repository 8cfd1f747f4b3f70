package dev.orderwright.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * Goods that leave one node for another.
 *
 * @param expectedOn the day on which they should be there
 * @param reference what carrier or partner call it, may be empty
 * @param note for whoever reads it later, may be empty
 */
public record TransferDraft(
        long fromNodeId, long toNodeId, LocalDate expectedOn, String reference, String note, List<TransferLine> lines) {

    public TransferDraft {
        lines = List.copyOf(lines);
    }

    /**
     * An item of a transfer.
     *
     * @param bin where the units are taken from, empty for any bin
     */
    public record TransferLine(long itemId, long quantity, String bin) {}

    /** The answer: the transfer is on its way. */
    public record TransferShipped(long id, String number) {}
}
