package dev.orderwright.customers;

/**
 * How much a customer may owe, and how much he does.
 *
 * @param exposureMinor open orders on account and unpaid invoices, less credits not yet used
 */
public record CreditState(long customerId, String currency, long limitMinor, long exposureMinor) {

    /** What is left of the limit; below 0 when the limit was lowered or an order was let through on purpose. */
    public long freeMinor() {
        return limitMinor - exposureMinor;
    }
}
