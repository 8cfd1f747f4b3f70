package dev.orderwright.orders;

import java.util.EnumSet;
import java.util.Set;

/** Where units of an order line are on their way from promise to delivery. */
public enum SliceState {
    /** Not sourced yet, or given back and to be sourced again. */
    OPEN,
    /** No stock; waits for supply. */
    BACKORDERED,
    /** Ordered or made for this line and not here yet. */
    AWAITING_SUPPLY,
    /** Stock at a node is kept for it. */
    RESERVED,
    /** Work at the node. */
    RELEASED,
    /** Taken from its bin. */
    PICKED,
    /** In a package. */
    PACKED,
    /** Waits at the node for the customer. */
    READY_FOR_PICKUP,
    /** Handed to the carrier. */
    SHIPPED,
    /** With the customer. */
    DELIVERED,
    /** Will not be delivered. */
    CANCELLED,
    /** Went missing after it was shipped. */
    LOST,
    /** Was with the customer or under way and is back. */
    RETURNED;

    private static final Set<SliceState> ENDED = EnumSet.of(DELIVERED, CANCELLED, LOST, RETURNED);
    private static final Set<SliceState> AT_NODE = EnumSet.of(RELEASED, PICKED, PACKED);

    /** True when nothing more is to be done to deliver these units. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }

    /** True while people at a node work on it, so that a cancellation needs the node's answer. */
    public boolean isAtNode() {
        return AT_NODE.contains(this);
    }

    /** This state's bit in {@code sales_order.slice_states}. */
    public int bit() {
        return 1 << ordinal();
    }
}
