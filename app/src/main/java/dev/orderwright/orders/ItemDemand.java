package dev.orderwright.orders;

import dev.orderwright.inventory.WaitingDemand;
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

    @Override
    public List<Waiting> waitingFor(long itemId) {
        return store.waiting(itemId);
    }

    /** Who has a claim on units that have not left yet: the most urgent first, then the oldest. */
    public List<Holder> holders(long itemId, int limit) {
        return store.holders(itemId, limit);
    }
}
