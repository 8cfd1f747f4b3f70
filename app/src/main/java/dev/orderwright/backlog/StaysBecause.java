package dev.orderwright.backlog;

/** Why an order is left as it is. */
public enum StaysBecause {
    /** Its units are elsewhere, worked on or cancelled. */
    CHANGED,
    /** A hold keeps them where they are. */
    HELD,
    /** The node may not ship them any more. */
    NO_NODE,
    /** They would arrive later than promised. */
    LATE,
    /** Others took the stock. */
    NO_STOCK,
    /** An order that would have made room stays, or one for which it would have. */
    PARTNER
}
