package dev.orderwright.orders;

import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other modules do in the very transaction in which an order changes, so that an order, its work and its money
 * change together or not at all. Declared here, implemented by those modules; the orders stay locked meanwhile.
 */
public interface OrderParticipant {

    /**
     * An order that has just been placed.
     *
     * @param run the command that places it: orders of one set have each their own
     * @param payment how it is to be paid, null for orders on account
     */
    record PlacedOrder(Run run, OrderHead head, List<OrderLine> lines, OrderDraft.@Nullable Payment payment) {}

    /**
     * Units to which an event has happened.
     *
     * @param before the units as they were (the same range as {@code after})
     */
    record AppliedChange(LockedOrder order, OrderLine line, Slice before, Slice after, SliceEvent event) {}

    /** Units at a node that somebody wants to cancel; the node must answer. */
    record CancelAsk(long requestId, LockedOrder order, Slice slice, String reason) {}

    default void placed(Run run, List<PlacedOrder> orders) {}

    /** The same changes as {@link #changed}, before stock rows are locked: for what must lock customers' credit first. */
    default void beforeStock(Run run, LockedOrders orders, List<AppliedChange> changes) {}

    default void changed(Run run, LockedOrders orders, List<AppliedChange> changes) {}

    /**
     * The same changes, when everything about the orders is written: for what may go on because of them. The orders are
     * to be locked again; what was read before is not what they are now.
     */
    default void settled(Run run, List<AppliedChange> changes) {}

    default void cancelAsked(Run run, LockedOrders orders, List<CancelAsk> asks) {}

    /** The orders have come to their end, closed or cancelled; whatever they still hold must be given back now. */
    default void ended(Run run, Collection<LockedOrder> orders) {}
}
