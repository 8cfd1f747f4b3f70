package dev.orderwright.orders;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The orders that a transaction has locked, as they stand after what it has done so far. */
public final class LockedOrders {

    private final Map<Long, LockedOrder> byId;

    LockedOrders(Map<Long, LockedOrder> byId) {
        this.byId = byId;
    }

    public Optional<LockedOrder> find(long orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    public LockedOrder get(long orderId) {
        return find(orderId)
                .orElseThrow(() -> new IllegalStateException("order " + orderId + " is not locked or does not exist"));
    }

    public Collection<LockedOrder> all() {
        return byId.values();
    }

    public Set<Long> ids() {
        return byId.keySet();
    }
}
