package dev.orderwright.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of a payment provider, and what is known about it.
 *
 * @param id also the provider's idempotency key
 * @param purpose what it is for, in words; the same is never asked twice
 * @param provider who was asked
 * @param method by which the payer pays, such as {@code card}
 * @param attempts how often it was asked
 * @param lookups how often its outcome was asked about
 * @param reference the provider's own name for it
 * @param attention why somebody must look, null when nobody need
 */
public record PaymentTransaction(
        long orderId,
        long id,
        long paymentId,
        TransactionKind kind,
        String purpose,
        @Nullable Long invoiceId,
        long amountMinor,
        String currency,
        String provider,
        String method,
        TransactionState state,
        int attempts,
        int lookups,
        @Nullable String reference,
        @Nullable String failureCode,
        @Nullable String failureReason,
        @Nullable String attention,
        @Nullable Instant attentionAt,
        Instant requestedAt,
        @Nullable Instant answeredAt) {}
