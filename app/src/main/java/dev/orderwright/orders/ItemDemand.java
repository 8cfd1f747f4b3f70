package dev.orderwright.orders;

import dev.orderwright.inventory.WaitingDemand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders behind the stock of an item: who waits for it, who holds it. */
@Component
public class ItemDemand implements WaitingDemand {

    private final ItemDemandStore store;

    ItemDemand(ItemDemandStore store) {
        this.store = store;
    }

    /**
     * Units that an order holds or waits for.
     *
     * @param nodeId where they are, none while they wait
     */
    public record Holder(
            long orderId,
            String orderNumber,
            String channel,
            int priority,
            SliceState state,
            @Nullable Long nodeId,
            @Nullable LocalDate shipOn,
            long quantity) {}

    /**
     * What orders wait for of an item.
     *
     * @param units in smallest units of the item
     * @param since when the first of them began to wait
     */
    public record Lack(long itemId, long orders, long units, Instant since) {}

    @Override
    public List<Waiting> waitingFor(long itemId) {
        return store.waiting(itemId);
    }

    /** The items for which orders wait, those first for which most orders do. */
    public List<Lack> lacking(int limit) {
        return store.lacking(limit);
    }

    /** Who has a claim on units that have not left yet: those first whom the priority formula puts first. */
    public List<Holder> holders(long itemId, int limit) {
        return store.holders(itemId, limit);
    }
}
