package dev.orderwright.promising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be promised to a buyer on a channel and in a place, for many items at once. Each item is answered for
 * itself, as if it alone were ordered.
 */
public record AvailabilityQuestion(
        String channel,
        String country,
        @Nullable String postcode,
        String method,
        Instant at,
        List<ItemQuantity> items) {

    /** About the items of a demand. */
    static AvailabilityQuestion of(Demand demand) {
        return new AvailabilityQuestion(
                demand.channel(),
                demand.country(),
                demand.postcode(),
                demand.method(),
                demand.at(),
                demand.lines().stream()
                        .map(line -> new ItemQuantity(line.itemId(), line.quantity()))
                        .toList());
    }

    /** An item and how much of it is wanted, in its smallest unit. */
    public record ItemQuantity(long itemId, long quantity) {

        public ItemQuantity {
            if (quantity <= 0) {
                throw new IllegalArgumentException("item " + itemId + ": the quantity must be positive");
            }
        }
    }
}
