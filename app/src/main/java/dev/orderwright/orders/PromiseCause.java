package dev.orderwright.orders;

import java.util.Collection;
import java.util.Comparator;

/** Why an order is expected on another day, the weightiest first where several things happened at once. */
public enum PromiseCause {
    /** Units have to be waited for: where they were to come from, they are not. */
    NO_STOCK,
    /** What is waited for is announced for another day, or not any more. */
    SUPPLY_MOVED,
    /** Units come from elsewhere than planned. */
    OTHER_SOURCE,
    /** What was waited for is there. */
    STOCK_CAME,
    /** Units that would have come last, or that had no day, are not wanted any more. */
    LESS_WANTED;

    /** What happened to units of one order, at least one event. */
    static PromiseCause of(Collection<OrderParticipant.AppliedChange> changes) {
        return changes.stream()
                .map(PromiseCause::of)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static PromiseCause of(OrderParticipant.AppliedChange change) {
        return switch (change.event()) {
            case BACKORDER -> NO_STOCK;
            case REDATE -> SUPPLY_MOVED;
            case RESERVE -> change.before().state() == SliceState.BACKORDERED ? STOCK_CAME : OTHER_SOURCE;
            default -> LESS_WANTED;
        };
    }
}
