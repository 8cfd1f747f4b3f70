package dev.orderwright.orders;

/** The life of an order as a whole; everything finer lives on its slices. */
public enum Lifecycle {
    /** Being written; nothing is promised. */
    DRAFT,
    /** Taken in, with a hold that keeps it from being confirmed. */
    PLACED,
    /** Accepted: the customer has a confirmation with a date. */
    CONFIRMED,
    /** Every unit has come to its end. */
    CLOSED,
    /** Every unit was cancelled. */
    CANCELLED,
    /** Refused after it was taken in. */
    REJECTED,
    /** A draft whose time ran out. */
    EXPIRED;

    public boolean isOpen() {
        return this == DRAFT || this == PLACED || this == CONFIRMED;
    }
}
