package dev.orderwright.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody wants him to be; see {@link Customer} for the parts.
 *
 * @param creditLimitMinor the most he may owe, in minor units of his currency
 */
public record CustomerDraft(
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String country,
        @Nullable String taxId,
        boolean account,
        int paymentTermsDays,
        String currency,
        int priority,
        long creditLimitMinor) {}
