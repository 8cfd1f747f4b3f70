package dev.orderwright.fulfilment;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the items of scanned codes for one command: mostly SKUs of the very order; only others are looked up. */
public final class ScannedItems {

    private final Catalog catalog;
    private final Map<Long, Map<String, Long>> skus = new HashMap<>();
    private final Map<String, Optional<Long>> others = new HashMap<>();

    public ScannedItems(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The item of a SKU or barcode; null when there is none. */
    public @Nullable Long itemOf(String code, LockedOrder order) {
        Map<String, Long> own = skus.computeIfAbsent(order.head().id(), id -> skusOf(order));
        Optional<Long> known = Sku.parse(code).map(sku -> own.get(sku.code()));
        return known.or(() ->
                        others.computeIfAbsent(code, c -> catalog.byScan(c).map(Item::id)))
                .orElse(null);
    }

    private static Map<String, Long> skusOf(LockedOrder order) {
        Map<String, Long> skus = new HashMap<>();
        for (OrderLine line : order.lines()) {
            skus.put(line.sku(), line.itemId());
        }
        return skus;
    }
}
