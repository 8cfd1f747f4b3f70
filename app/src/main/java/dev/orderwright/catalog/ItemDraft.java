package dev.orderwright.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An item as somebody wants it to be; see {@link Item} for the parts. */
public record ItemDraft(
        Sku sku,
        String description,
        ItemKind kind,
        int quantityDecimals,
        int weightGrams,
        BigDecimal listPrice,
        String currency,
        String taxCategory,
        @Nullable String barcode) {}
