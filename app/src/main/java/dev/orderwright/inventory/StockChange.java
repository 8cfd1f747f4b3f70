package dev.orderwright.inventory;

import dev.orderwright.shared.Refusal;
import java.util.Optional;

/**
 * Units that a person moves from one bucket of an item at a node to another; what adjustments and changes of condition
 * have in common.
 *
 * @param field the input that said how many
 */
record StockChange(
        long itemId,
        long nodeId,
        Bucket from,
        Bucket to,
        long quantity,
        String bin,
        String reason,
        String note,
        String field) {

    static StockChange of(Adjustment line, String field) {
        return new StockChange(
                line.itemId(),
                line.nodeId(),
                line.delta() > 0 ? Bucket.LOSS : line.bucket(),
                line.delta() > 0 ? line.bucket() : Bucket.LOSS,
                Math.abs(line.delta()),
                line.bin(),
                line.reason().name(),
                line.note(),
                field);
    }

    static StockChange of(BucketChange line, String field) {
        return new StockChange(
                line.itemId(),
                line.nodeId(),
                line.from(),
                line.to(),
                line.quantity(),
                line.bin(),
                line.reason(),
                line.note(),
                field);
    }

    StockKey key() {
        return new StockKey(itemId, nodeId);
    }

    /** Takes the units out of what is there, or says what is missing. */
    Optional<Refusal> applyTo(Shelves shelves) {
        if (from.isInside()) {
            Optional<Refusal> missing = shelves.missing(key(), from, quantity, bin, field);
            if (missing.isPresent()) {
                return missing;
            }
            shelves.take(key(), from, quantity, bin);
        }
        if (to.isInside()) {
            shelves.put(key(), to, quantity, bin);
        }
        return Optional.empty();
    }

    StockMove move(StockDocumentStore.StockDocument paper, int lineNo) {
        return new StockMove(
                itemId, nodeId, from, nodeId, to, quantity, reason, paper.kind().name(), paper.id(), lineNo, bin);
    }
}
