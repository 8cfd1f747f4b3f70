package dev.orderwright.billing;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked of a payment provider.
 *
 * @param key the idempotency key
 * @param token for the payer's means
 * @param authorisation the provider's reference to what was authorised; null when that is what is asked for
 * @param authorisedMinor how much was authorised under it
 */
public record ProviderRequest(
        long key,
        TransactionKind kind,
        String token,
        @Nullable String authorisation,
        long authorisedMinor,
        long amountMinor,
        String currency) {}
