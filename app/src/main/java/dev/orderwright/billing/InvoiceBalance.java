package dev.orderwright.billing;

import dev.orderwright.orders.PaymentTerms;
import org.jspecify.annotations.Nullable;

/** An invoice as far as its money goes, under the lock of its order. */
record InvoiceBalance(
        long orderId,
        long id,
        String number,
        @Nullable Long customerId,
        PaymentTerms terms,
        String currency,
        InvoiceAmounts amounts,
        InvoiceState state) {

    InvoiceBalance with(InvoiceAmounts newAmounts, InvoiceState newState) {
        return new InvoiceBalance(orderId, id, number, customerId, terms, currency, newAmounts, newState);
    }
}
