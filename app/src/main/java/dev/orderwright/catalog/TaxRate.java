package dev.orderwright.catalog;

import java.math.BigDecimal;

/**
 * The tax on a sale, and why.
 *
 * @param percent of the net amount
 * @param code stable and short, for invoices and accounting ({@code GB-20}, {@code EXPORT}, {@code REVERSE_CHARGE})
 * @param reason a sentence for people
 */
public record TaxRate(BigDecimal percent, String code, String reason) {}
