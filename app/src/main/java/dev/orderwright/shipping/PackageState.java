package dev.orderwright.shipping;

import java.util.EnumSet;
import java.util.Set;

/** Where a package is. */
public enum PackageState {
    /** On the packing table. */
    OPEN,
    /** Closed; its contents are complete. */
    SEALED,
    /** A label was bought for it. */
    LABELLED,
    /** Handed to the carrier. */
    MANIFESTED,
    /** The carrier has moved it. */
    IN_TRANSIT,
    /** On the van. */
    OUT_FOR_DELIVERY,
    /** With the customer. */
    DELIVERED,
    /** Waits in a shop or locker for the customer. */
    AVAILABLE_FOR_PICKUP,
    /** Nobody was there. */
    ATTEMPT_FAILED,
    /** Something is wrong with it. */
    EXCEPTION,
    /** On its way back. */
    RETURNING,
    /** Back with us. */
    RETURNED,
    /** Given up. */
    LOST,
    /** Not fit to be delivered any more. */
    DAMAGED,
    /** Never sent: nothing was left in it. */
    VOIDED;

    private static final Set<PackageState> AT_NODE = EnumSet.of(OPEN, SEALED, LABELLED);
    private static final Set<PackageState> UNDER_WAY = EnumSet.of(
            MANIFESTED, IN_TRANSIT, OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP, ATTEMPT_FAILED, EXCEPTION, RETURNING);

    /** True while it is still in our hands. */
    public boolean isAtNode() {
        return AT_NODE.contains(this);
    }

    /** True while the carrier has it and nothing is final. */
    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }
}
