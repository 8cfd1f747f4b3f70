package dev.orderwright.billing;

/**
 * The answer to an added payment.
 *
 * @param transactionId under which the provider is asked, or was
 * @param authorised false while the provider is still to be asked
 */
public record PaymentAdded(long orderId, long paymentId, long transactionId, boolean authorised) {}
