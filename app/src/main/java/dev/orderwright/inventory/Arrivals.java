package dev.orderwright.inventory;

import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells whoever waits for stock that some has come, around the locks of the stock. */
@Component
class Arrivals {

    private final ObjectProvider<ArrivalListener> listeners;

    Arrivals(ObjectProvider<ArrivalListener> listeners) {
        this.listeners = listeners;
    }

    void beforeStockIsLocked(Run run, Collection<Long> itemIds) {
        tell(itemIds, (listener, items) -> listener.beforeStockIsLocked(run, items));
    }

    void afterArrival(Run run, Collection<Long> itemIds) {
        tell(itemIds, (listener, items) -> listener.afterArrival(run, items));
    }

    private void tell(Collection<Long> itemIds, java.util.function.BiConsumer<ArrivalListener, SortedSet<Long>> what) {
        SortedSet<Long> items = new TreeSet<>(itemIds);
        if (!items.isEmpty()) {
            listeners.orderedStream().forEach(listener -> what.accept(listener, items));
        }
    }
}
