package dev.orderwright.billing;

/** Why an invoice's paid or written-off amount changed. */
public enum SettlementKind {
    /** Taken by a payment provider. */
    CAPTURE,
    /** To be given back by a payment provider. */
    REFUND,
    /** Came in past the providers, by bank for instance. */
    RECEIPT,
    /** Credit the customer had with us. */
    CREDIT_USED,
    /** Paid, then credited: the customer has it with us. */
    CREDIT_GIVEN,
    WRITE_OFF,
    /** Written off, then credited after all. */
    WRITE_OFF_CREDITED
}
