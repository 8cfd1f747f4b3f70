package dev.orderwright.inventory;

/** The condition in which units are. Every movement has two ends, so some of the buckets stand outside the walls. */
public enum Bucket {
    /** On the shelf and free to promise. */
    AVAILABLE(true, true),
    /** On the shelf and promised to an order. */
    RESERVED(true, true),
    /** Taken from the shelf for an order: staged, packed, not yet handed over. */
    PICKED(true, false),
    /** Kept back until somebody has inspected it. */
    QC_HOLD(true, false),
    /** Here, but not fit to sell. */
    DAMAGED(true, false),
    /** Set apart for another reason than damage. */
    QUARANTINE(true, false),
    /** On the way from another node; counted at the node it goes to. */
    IN_TRANSIT(true, false),
    /** Announced by a supplier and not here yet. */
    INCOMING(true, false),
    /** Outside: where goods come from. */
    SUPPLIER(false, false),
    /** Outside: where goods go to. */
    CUSTOMER(false, false),
    /** Outside: made or used up in our own production. */
    PRODUCTION(false, false),
    /** Outside: lost, found, scrapped, given away. */
    LOSS(false, false);

    private final boolean inside;
    private final boolean inBins;

    Bucket(boolean inside, boolean inBins) {
        this.inside = inside;
        this.inBins = inBins;
    }

    /** Whether a balance is kept of it; what is outside the walls is only the other end of moves. */
    public boolean isInside() {
        return inside;
    }

    /** Whether units in this bucket lie in bins. */
    public boolean isInBins() {
        return inBins;
    }
}
