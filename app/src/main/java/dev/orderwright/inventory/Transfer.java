package dev.orderwright.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods on their way between nodes.
 *
 * @param number our number ({@code TR-…})
 * @param version goes up with each arrival
 */
public record Transfer(
        long id,
        String number,
        String reference,
        String note,
        long fromNodeId,
        long toNodeId,
        LocalDate expectedOn,
        Instant shippedAt,
        int version,
        List<TransferredLine> lines) {

    public Transfer {
        lines = List.copyOf(lines);
    }

    /** Whether something is still on its way. */
    public boolean isOpen() {
        return lines.stream().anyMatch(line -> line.open() > 0);
    }

    /**
     * An item on its way.
     *
     * @param closed whether the rest was given up as lost
     */
    public record TransferredLine(int lineNo, long itemId, long quantity, long received, boolean closed) {

        public long open() {
            return closed ? 0 : quantity - received;
        }

        TransferredLine plusReceived(long arrived) {
            return new TransferredLine(lineNo, itemId, quantity, received + arrived, closed);
        }

        TransferredLine ended() {
            return new TransferredLine(lineNo, itemId, quantity, received, true);
        }
    }

    /**
     * Units of a transfer that have arrived.
     *
     * @param bin where they are laid, empty for the usual bin
     */
    public record TransferReceipt(int lineNo, long quantity, String bin) {}

    /**
     * The answer to an arrival or to closing a transfer.
     *
     * @param units how many arrived, or were given up
     * @param open how many are still on their way
     */
    public record TransferProgress(long id, String number, long units, long open) {}
}
