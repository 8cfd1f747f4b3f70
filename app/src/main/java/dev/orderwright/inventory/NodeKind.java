package dev.orderwright.inventory;

/** What sort of place a node is. */
public enum NodeKind {
    /** A warehouse of our own. */
    WAREHOUSE,
    /** A shop that can send goods too. */
    STORE,
    /** A warehouse that somebody else runs for us. */
    THIRD_PARTY
}
