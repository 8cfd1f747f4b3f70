package dev.orderwright.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How some of an order is paid.
 *
 * @param amountMinor what it is meant for
 * @param authorisation the provider's reference, null until it is authorised
 * @param stopped the provider has refused to take from it, and nobody has looked yet
 */
public record Payment(
        long orderId,
        long id,
        String provider,
        String method,
        String currency,
        long amountMinor,
        @Nullable String authorisation,
        boolean stopped,
        PaymentAmounts amounts,
        Instant createdAt) {}
