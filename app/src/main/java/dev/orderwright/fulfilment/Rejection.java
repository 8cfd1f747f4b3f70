package dev.orderwright.fulfilment;

import java.util.List;

/**
 * A node says that it cannot do its work, or a part of it.
 *
 * @param lines empty for everything that is not packed yet
 * @param note in the node's words; may be empty, except for {@link Reason#OTHER}
 * @param correctStock whether the units are written off as well, so that nobody is sent to them again; only for {@link
 *     Reason#NOT_FOUND} and {@link Reason#DAMAGED}
 */
public record Rejection(long fulfilmentId, List<Line> lines, Reason reason, String note, boolean correctStock) {

    public Rejection {
        lines = List.copyOf(lines);
    }

    /** @param quantity in the item's smallest unit */
    public record Line(int lineNo, long quantity) {}

    /** Why a node cannot do it. */
    public enum Reason {
        NOT_FOUND,
        DAMAGED,
        NO_CAPACITY,
        CLOSED,
        OTHER
    }
}
