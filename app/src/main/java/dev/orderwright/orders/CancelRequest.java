package dev.orderwright.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units at a node that somebody wants to cancel, and the node's answer.
 *
 * @param state {@code ASKED}, {@code CONFIRMED} or {@code REFUSED}
 */
public record CancelRequest(
        long id,
        long orderId,
        int lineNo,
        long firstUnit,
        long quantity,
        long fulfilmentId,
        String reason,
        String state,
        String askedBy,
        Instant askedAt,
        @Nullable String answer) {

    public long endUnit() {
        return firstUnit + quantity;
    }

    /** True when the slice has units that are asked for. */
    public boolean touches(Slice slice) {
        return orderId == slice.orderId()
                && lineNo == slice.lineNo()
                && firstUnit < slice.endUnit()
                && slice.firstUnit() < endUnit();
    }
}
