package dev.orderwright.orders;

/** A transition that a hold can block. */
public enum HoldBlock {
    CONFIRM,
    RESERVE,
    RELEASE,
    PICK,
    PACK,
    SHIP,
    CAPTURE
}
