package dev.orderwright.promising;

/** What a run may do to an order, in the order in which they are served. */
public enum SharingPolicy {
    /** Gets all it wants, at the cost of those below. */
    WIN,
    /** Keeps what it has and gets more where it can. */
    GAIN,
    /** Gets its share of what is left, more or less than it has. */
    REDISTRIBUTE,
    /** Gets no more than it has, and less where those above need it. */
    FILL,
    /** Gives all it has; it gets back what nobody else takes. */
    LOSE
}
