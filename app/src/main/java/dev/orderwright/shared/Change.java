package dev.orderwright.shared;

/** Whether a definition changed anything. */
public enum Change {
    /** There was nothing under this name. */
    CREATED,
    /** It differs from what it was. */
    CHANGED,
    /** It was like this already. */
    UNCHANGED
}
