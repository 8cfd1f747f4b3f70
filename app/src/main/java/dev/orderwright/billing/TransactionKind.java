package dev.orderwright.billing;

/** What is asked of a payment provider. */
public enum TransactionKind {
    /** Set an amount of the payer's money aside. */
    AUTHORISE,
    /** Take money that was set aside. */
    CAPTURE,
    /** Give back the rest of what was set aside. */
    VOID,
    /** Give back money that was taken. */
    REFUND
}
