package dev.orderwright.catalog.web;

import dev.orderwright.catalog.Defined;
import dev.orderwright.catalog.Item;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers about an item. Ids are texts, because they are longer than JavaScript's numbers.
 *
 * @param packMultiple it is sold in multiples of so many whole units; null for any quantity
 * @param orderMin the least of one order, null for none
 * @param orderMax the most of one order, null for none
 */
record ItemAnswer(
        String id,
        String sku,
        String description,
        String kind,
        int quantityDecimals,
        int weightGrams,
        BigDecimal listPrice,
        String currency,
        String taxCategory,
        @Nullable String barcode,
        @Nullable BigDecimal packMultiple,
        @Nullable BigDecimal orderMin,
        @Nullable BigDecimal orderMax,
        boolean active,
        int version) {

    static ItemAnswer of(Item item) {
        return new ItemAnswer(
                Long.toString(item.id()),
                item.sku().code(),
                item.description(),
                item.kind().name(),
                item.quantityDecimals(),
                item.weightGrams(),
                item.listPrice().stripTrailingZeros(),
                item.currency(),
                item.taxCategory(),
                item.barcode(),
                plain(item.units().packMultiple()),
                plain(item.units().orderMin()),
                plain(item.units().orderMax()),
                item.active(),
                item.version());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal quantity) {
        return quantity == null
                ? null
                : new BigDecimal(quantity.stripTrailingZeros().toPlainString());
    }

    record ListAnswer(List<ItemAnswer> items, @Nullable String next) {}

    /** What became of each item of a list. */
    record DefinedAnswer(List<DefinedItem> items) {

        static DefinedAnswer of(Defined defined) {
            return new DefinedAnswer(defined.items().stream()
                    .map(item -> new DefinedItem(
                            item.sku(),
                            Long.toString(item.id()),
                            item.version(),
                            item.change().name()))
                    .toList());
        }
    }

    /** @param change {@code CREATED}, {@code CHANGED} or {@code UNCHANGED} */
    record DefinedItem(String sku, String id, int version, String change) {}
}
