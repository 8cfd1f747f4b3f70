package dev.orderwright.orders;

/** What is to become of a new order of which not everything can be shipped from stock. */
public enum IfShort {
    /** It is taken; what is short waits for supply. */
    BACKORDER,
    /** It is not wanted then: all of it from stock, or no order. */
    REFUSE
}
