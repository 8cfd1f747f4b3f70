package dev.orderwright.billing;

import org.jspecify.annotations.Nullable;

/**
 * A payment as far as its money goes, under the lock of its order.
 *
 * @param authorisation the provider's reference, null until it is authorised
 * @param stopped the provider has refused to take from it, and nobody has looked yet
 */
record PaymentBalance(
        long orderId,
        long id,
        String currency,
        @Nullable String authorisation,
        boolean stopped,
        PaymentAmounts amounts) {

    PaymentBalance with(PaymentAmounts newAmounts) {
        return new PaymentBalance(orderId, id, currency, authorisation, stopped, newAmounts);
    }

    PaymentBalance authorised(String reference, long amount) {
        return new PaymentBalance(orderId, id, currency, reference, stopped, amounts.plusAuthorised(amount));
    }

    PaymentBalance stopped(boolean now) {
        return new PaymentBalance(orderId, id, currency, authorisation, now, amounts);
    }
}
