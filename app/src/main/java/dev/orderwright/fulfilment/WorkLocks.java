package dev.orderwright.fulfilment;

import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Locks fulfilment orders the only way they are locked: by their order rows, which come first and ascending. */
@Component
class WorkLocks {

    private final FulfilmentStore store;
    private final OrderSlices slices;

    WorkLocks(FulfilmentStore store, OrderSlices slices) {
        this.store = store;
        this.slices = slices;
    }

    /** Fulfilment orders by id as they stand under the lock, with their orders; unknown ids are left out. */
    record Locked(LockedOrders orders, Map<Long, FulfilmentOrder> works) {

        LockedOrder orderOf(FulfilmentOrder work) {
            return orders.get(work.orderId());
        }
    }

    Locked lock(Run run, Collection<Long> ids) {
        LockedOrders orders = slices.lock(run, orderIds(ids));
        return new Locked(orders, read(ids));
    }

    /** For work that leaves the units alone. */
    Map<Long, FulfilmentOrder> lockHeads(Run run, Collection<Long> ids) {
        slices.lockHeads(run, orderIds(ids));
        return read(ids);
    }

    /** Refuses when the fulfilment order is not as the caller saw it; empty also when there is none. */
    Optional<Refusal> stale(Run run, long id, int seen) {
        return Optional.ofNullable(lockHeads(run, List.of(id)).get(id))
                .flatMap(work -> Versions.stale(seen, work.version(), work.number()));
    }

    /** An order never changes hands, so this needs no lock. */
    private List<Long> orderIds(Collection<Long> ids) {
        return store.find(ids).stream().map(FulfilmentOrder::orderId).distinct().toList();
    }

    /** Read again: only now nobody else can change them. */
    Map<Long, FulfilmentOrder> read(Collection<Long> ids) {
        Map<Long, FulfilmentOrder> works = new LinkedHashMap<>();
        store.find(ids).forEach(work -> works.put(work.id(), work));
        return works;
    }
}
