package dev.orderwright.catalog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as a caller sends it.
 *
 * @param sku required in a list; where the address names it, it may be left out
 * @param kind {@code STOCKED} (default) or {@code SERVICE}
 * @param quantityDecimals 0 unless the item is sold in fractions
 * @param weightGrams 0 when it is not known
 * @param listPrice net, of one whole unit; 0 when left out
 * @param currency ISO 4217; without it the currency of the company
 * @param taxCategory {@code STANDARD} (default), {@code ZERO} or {@code EXEMPT}
 * @param packMultiple it is sold in multiples of so many; any quantity when left out
 * @param orderMin the least of one order; none when left out
 * @param orderMax the most of one order; none when left out
 */
record ItemInput(
        @Nullable String sku,
        @Nullable String description,
        @Nullable ItemKind kind,
        @Nullable Integer quantityDecimals,
        @Nullable Integer weightGrams,
        @Nullable BigDecimal listPrice,
        @Nullable String currency,
        @Nullable String taxCategory,
        @Nullable String barcode,
        @Nullable BigDecimal packMultiple,
        @Nullable BigDecimal orderMin,
        @Nullable BigDecimal orderMax) {

    /** Many items. */
    record Many(@Nullable List<@Nullable ItemInput> items) {}

    /** The draft, or why there is none; {@code at} stands before the names of fields. */
    Optional<ItemDraft> draft(String at, String companyCurrency, List<Refusal> refusals) {
        List<Refusal> found = new ArrayList<>();
        Optional<Sku> code = sku == null ? Optional.empty() : Sku.parse(sku);
        if (sku == null) {
            found.add(Refusal.of("missing", at + "sku", t("catalog.refusal.skuIsRequired", at)));
        } else if (code.isEmpty()) {
            found.add(Refusal.of("bad-sku", at + "sku", t("catalog.refusal.aSkuHasToPrintable", Sku.LENGTH_MAX)));
        }
        if (description == null) {
            found.add(Refusal.of("missing", at + "description", t("catalog.refusal.descriptionIsRequired", at)));
        }
        if (!found.isEmpty()) {
            refusals.addAll(found);
            return Optional.empty();
        }
        return Optional.of(new ItemDraft(
                code.orElseThrow(),
                Objects.requireNonNull(description).strip(),
                Objects.requireNonNullElse(kind, ItemKind.STOCKED),
                Objects.requireNonNullElse(quantityDecimals, 0),
                Objects.requireNonNullElse(weightGrams, 0),
                Objects.requireNonNullElse(listPrice, BigDecimal.ZERO),
                Objects.requireNonNullElse(currency, companyCurrency),
                Objects.requireNonNullElse(taxCategory, TaxCategory.STANDARD),
                barcode == null || barcode.isBlank() ? null : barcode.strip(),
                new SaleUnits(packMultiple, orderMin, orderMax)));
    }

    ItemInput named(String code) {
        return new ItemInput(
                code,
                description,
                kind,
                quantityDecimals,
                weightGrams,
                listPrice,
                currency,
                taxCategory,
                barcode,
                packMultiple,
                orderMin,
                orderMax);
    }
}
