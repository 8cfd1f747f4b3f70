package dev.orderwright.billing;

import org.jspecify.annotations.Nullable;

/**
 * A further payment for a prepaid order.
 *
 * @param method {@code card}, {@code wallet} …
 * @param token the provider's token for the payer's means
 * @param authorisation the provider's reference when it has been authorised already, else null
 */
public record NewPayment(
        long orderId, String method, String token, @Nullable String authorisation, long amountMinor) {}
