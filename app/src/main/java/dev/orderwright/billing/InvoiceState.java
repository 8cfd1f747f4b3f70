package dev.orderwright.billing;

/** Where an invoice stands. That it is overdue follows from its due date and the day one asks. */
public enum InvoiceState {
    /** Sent, nothing paid. */
    ISSUED,
    PARTLY_PAID,
    /** Nothing is open any more. */
    PAID,
    /** Credit notes take all of it back. */
    CREDITED,
    /** What was still open will not be paid. */
    WRITTEN_OFF;

    public boolean isOpen() {
        return this == ISSUED || this == PARTLY_PAID;
    }
}
