package dev.orderwright.billing;

/** What can happen to an issued invoice. The legal combinations with states are in {@link InvoiceTransitions}. */
public enum InvoiceEvent {
    /** Money comes in and leaves something open. */
    PAY_PART,
    /** Money comes in and leaves nothing open. */
    PAY_REST,
    /** A credit note leaves something open. */
    CREDIT_PART,
    /** A credit note leaves nothing open, and something that was not credited. */
    CREDIT_REST,
    /** Credit notes now take back the whole invoice. */
    CREDIT_ALL,
    WRITE_OFF
}
