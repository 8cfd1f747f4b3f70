package dev.orderwright.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be sold.
 *
 * @param quantityDecimals how many decimals a quantity of it has; quantities are whole numbers of the smallest unit
 * @param weightGrams of one whole unit, 0 when it is not known
 * @param listPrice net price of one whole unit
 * @param taxCategory what {@link TaxPort} is asked with
 * @param units how much of it one orders at once
 * @param barcode what a scanner reads on it, where that is not the SKU
 * @param version goes up with each change
 */
public record Item(
        long id,
        Sku sku,
        String description,
        ItemKind kind,
        int quantityDecimals,
        int weightGrams,
        BigDecimal listPrice,
        String currency,
        String taxCategory,
        SaleUnits units,
        @Nullable String barcode,
        boolean active,
        int version) {

    /** What names it in an address of the console: its SKU, or its id where an address cannot carry the SKU. */
    public String key() {
        return sku.code().matches("[A-Z0-9][A-Z0-9._~-]*") ? sku.code() : Long.toString(id);
    }

    public boolean isStocked() {
        return kind == ItemKind.STOCKED;
    }
}
