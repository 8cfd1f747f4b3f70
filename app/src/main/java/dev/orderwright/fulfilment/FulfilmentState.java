package dev.orderwright.fulfilment;

import java.util.EnumSet;
import java.util.Set;

/** How far a node is with its work for an order. */
public enum FulfilmentState {
    /** Given to the node; nobody there has said anything yet. */
    RELEASED,
    /** The node will do it. */
    ACCEPTED,
    /** Somebody walks through the bins. */
    PICKING,
    /** Everything is taken from the bins. */
    PICKED,
    /** Everything is in packages. */
    PACKED,
    /** Everything was handed to the carrier. */
    SHIPPED,
    /** Everything has come to its end. */
    CLOSED,
    /** The node cannot do it; other nodes were asked. */
    REJECTED,
    /** The customer has changed their mind; the node must say whether it can still stop. */
    CANCEL_REQUESTED,
    /** The node has stopped. */
    CANCELLED,
    /** The node was too far; the work goes on. */
    CANCEL_REFUSED;

    private static final Set<FulfilmentState> ENDED = EnumSet.of(CLOSED, REJECTED, CANCELLED);
    private static final Set<FulfilmentState> STEPS = EnumSet.range(RELEASED, CLOSED);

    /** True when the node has nothing more to do with it. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }

    /** True for the steps of the work itself, as opposed to what is asked or said about it. */
    public boolean isStep() {
        return STEPS.contains(this);
    }
}
