package dev.orderwright.inventory;

/**
 * A quantity of an item going from one bucket to another, with its reason and document.
 *
 * @param quantity in the item's smallest unit, above 0
 * @param reason why, in a word ({@code RECEIPT}, {@code RESERVE}, {@code STOLEN})
 * @param documentKind what caused it ({@code ORDER}, {@code RECEIPT}), and which one
 * @param bin where units are laid that come onto the shelf; empty for the usual one. Ignored for all other moves
 */
public record StockMove(
        long itemId,
        long fromNodeId,
        Bucket from,
        long toNodeId,
        Bucket to,
        long quantity,
        String reason,
        String documentKind,
        long documentId,
        int lineNo,
        String bin) {

    /** The bin of whatever is received without naming one. */
    public static final String MAIN_BIN = "MAIN";
    /** The bin of whatever comes back: unpicked, cancelled after the pick, returned. */
    public static final String RETURNS_BIN = "RETURNS";

    public StockMove {
        if (quantity <= 0) {
            throw new IllegalArgumentException("a move has a quantity above 0, not " + quantity);
        }
        if (from == to && fromNodeId == toNodeId) {
            throw new IllegalArgumentException("a move from " + from + " to itself");
        }
    }

    /** A move that lays what comes onto the shelf into the usual bin. */
    public StockMove(
            long itemId,
            long fromNodeId,
            Bucket from,
            long toNodeId,
            Bucket to,
            long quantity,
            String reason,
            String documentKind,
            long documentId,
            int lineNo) {
        this(itemId, fromNodeId, from, toNodeId, to, quantity, reason, documentKind, documentId, lineNo, "");
    }

    StockKey fromKey() {
        return new StockKey(itemId, fromNodeId);
    }

    StockKey toKey() {
        return new StockKey(itemId, toNodeId);
    }

    /** Whether units lie in bins before or after it. */
    public boolean touchesBins() {
        return from.isInBins() || to.isInBins();
    }

    /** Whether units come onto the shelf that did not lie on this node's shelves before. */
    boolean entersBins() {
        return to.isInBins() && (!from.isInBins() || fromNodeId != toNodeId);
    }

    /** Where units that come onto the shelf are laid. */
    String targetBin() {
        if (!bin.isEmpty()) {
            return bin;
        }
        return from == Bucket.PICKED || from == Bucket.CUSTOMER ? RETURNS_BIN : MAIN_BIN;
    }
}
