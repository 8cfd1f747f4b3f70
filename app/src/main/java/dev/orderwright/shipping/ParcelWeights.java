package dev.orderwright.shipping;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.shipping.PackRules.UnitWeight;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds up what packages weigh that nobody has put on a scale. */
record ParcelWeights(Map<Long, UnitWeight> weights) {

    /** Reads the weights of all items of some packages at once. */
    static ParcelWeights of(Catalog catalog, Collection<Map<Long, Long>> contents) {
        Set<Long> itemIds = new HashSet<>();
        contents.forEach(byItem -> itemIds.addAll(byItem.keySet()));
        Map<Long, UnitWeight> weights = new HashMap<>();
        for (Item item : catalog.byId(itemIds).values()) {
            weights.put(item.id(), new UnitWeight(item.weightGrams(), item.quantityDecimals()));
        }
        return new ParcelWeights(weights);
    }

    long grams(Map<Long, Long> quantityByItem) {
        return PackRules.weightGrams(quantityByItem, weights);
    }
}
