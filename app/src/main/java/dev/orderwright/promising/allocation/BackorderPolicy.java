package dev.orderwright.promising.allocation;

/** What a backorder run may do to a claim, in the order in which claims are served. */
public enum BackorderPolicy {
    /** Gets its whole quantity, at the cost of those below. */
    WIN,
    /** Keeps at least what it has, and gets more where it can. */
    GAIN,
    /** Gets its share of what is left, more or less than it has. */
    REDISTRIBUTE,
    /** Gets no more than it has, and less where those above need it. */
    FILL,
    /** Gives up all it has. */
    LOSE
}
