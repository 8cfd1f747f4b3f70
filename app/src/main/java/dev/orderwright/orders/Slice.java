package dev.orderwright.orders;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line's quantity that is in one state, at one node, with one promise: the units {@code [firstUnit,
 * firstUnit + quantity)} of the line, in the item's smallest unit.
 *
 * @param nodeId where its stock is or was taken from
 * @param fulfilmentId the node's work it belongs to
 * @param shipOn the day it is to leave the node
 * @param deliverOn the day it was promised for
 * @param since when it came into this state (business time)
 */
public record Slice(
        long orderId,
        int lineNo,
        long firstUnit,
        long quantity,
        long itemId,
        SliceState state,
        @Nullable Long nodeId,
        @Nullable Long fulfilmentId,
        @Nullable Long packageId,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn,
        Instant since) {

    public Slice {
        if (quantity <= 0 || firstUnit < 0) {
            throw new IllegalArgumentException(
                    "slice of order " + orderId + " line " + lineNo + ": " + firstUnit + " + " + quantity);
        }
    }

    /** The first unit after it. */
    public long endUnit() {
        return firstUnit + quantity;
    }

    /** The same, for other units of the line. */
    Slice units(long from, long to) {
        return new Slice(
                orderId,
                lineNo,
                from,
                to - from,
                itemId,
                state,
                nodeId,
                fulfilmentId,
                packageId,
                shipOn,
                deliverOn,
                since);
    }
}
