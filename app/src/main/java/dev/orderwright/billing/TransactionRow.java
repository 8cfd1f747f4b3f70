package dev.orderwright.billing;

import org.jspecify.annotations.Nullable;

/** What was asked of a provider, as far as its outcome goes. */
record TransactionRow(
        long orderId,
        long id,
        long paymentId,
        TransactionKind kind,
        String purpose,
        @Nullable Long invoiceId,
        long amount,
        TransactionState state,
        int attempts,
        int lookups,
        boolean attention) {}
