package dev.orderwright.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the tax on a sale of goods depends on.
 *
 * @param sellerCountry ISO 3166 alpha-2, where the goods are sent from
 * @param buyerCountry ISO 3166 alpha-2, where the goods go
 * @param postcode of the buyer; some islands and valleys have rules of their own
 * @param buyerTaxId the buyer's VAT number, when he buys as a business
 * @param taxCategory one of {@link TaxCategory#ALL}
 * @param on the day of the sale
 */
public record TaxQuestion(
        String sellerCountry,
        String buyerCountry,
        @Nullable String postcode,
        @Nullable String buyerTaxId,
        String taxCategory,
        LocalDate on) {}
