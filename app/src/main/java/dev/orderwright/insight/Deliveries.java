package dev.orderwright.insight;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** How orders went from the first promise to the door, for who learns from it. */
@Component
public class Deliveries {

    private final DeliveryStore store;

    Deliveries(DeliveryStore store) {
        this.store = store;
    }

    /** An order that went in one shipment and of which nothing had to be waited for. */
    public record Delivery(long orderId, long nodeId, Instant placedAt, Instant deliveredAt) {}

    /** The latest that were shipped after a moment. */
    public List<Delivery> latest(Instant since, int limit) {
        return store.latest(since, limit);
    }
}
