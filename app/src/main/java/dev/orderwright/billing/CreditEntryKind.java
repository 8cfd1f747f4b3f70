package dev.orderwright.billing;

/** Why the credit that a customer on account has with us changed. */
public enum CreditEntryKind {
    /** Paid more than was open. */
    OVERPAID,
    /** Credited after it was paid. */
    CREDITED,
    /** Used for an invoice. */
    USED,
    PAID_OUT
}
