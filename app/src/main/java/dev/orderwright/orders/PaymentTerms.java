package dev.orderwright.orders;

/** When an order is to be paid. */
public enum PaymentTerms {
    /** Authorised before release, captured with each shipment. */
    PREPAID,
    /** On account: invoiced with each shipment, due later, within the customer's credit limit. */
    ACCOUNT
}
