package dev.orderwright.fulfilment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be taken from where for a fulfilment order, in the order of the walk. */
public record PickList(FulfilmentOrder work, List<Stop> stops) {

    public PickList {
        stops = List.copyOf(stops);
    }

    /**
     * One stop of the walk.
     *
     * @param barcode what a scanner reads on the item, where that is not the SKU
     * @param quantityDecimals how many decimals the item's smallest unit stands for
     */
    public record Stop(
            PickTask task,
            String sku,
            String description,
            @Nullable String barcode,
            int quantityDecimals) {}

    /** Where to go now; empty when everything is done. */
    public Optional<Stop> next() {
        return stops.stream().filter(stop -> stop.task().open() > 0).findFirst();
    }

    public long openUnits() {
        return stops.stream().mapToLong(stop -> stop.task().open()).sum();
    }
}
