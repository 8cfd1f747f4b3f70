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
        @Nullable String barcode,
        SaleUnits units) {

    /** One that is sold in any quantity. */
    public ItemDraft(
            Sku sku,
            String description,
            ItemKind kind,
            int quantityDecimals,
            int weightGrams,
            BigDecimal listPrice,
            String currency,
            String taxCategory,
            @Nullable String barcode) {
        this(
                sku,
                description,
                kind,
                quantityDecimals,
                weightGrams,
                listPrice,
                currency,
                taxCategory,
                barcode,
                SaleUnits.ANY);
    }
}
