package dev.orderwright.orders;

import dev.orderwright.inventory.ArrivalListener;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Fills waiting units when stock comes: by priority, then age. Goods that arrive are given to those who wait in the
 * transaction of the receipt, so that no later order can take them; stock that comes free otherwise is looked for by a
 * sweep.
 */
@Component
public class Backorders implements ArrivalListener {

    private static final int ORDERS_MAX = 20_000;

    private final OrderSlices slices;
    private final SliceStore store;
    private final Sourcing sourcing;
    private final Inventory inventory;
    private final Commands commands;

    Backorders(OrderSlices slices, SliceStore store, Sourcing sourcing, Inventory inventory, Commands commands) {
        this.slices = slices;
        this.store = store;
        this.sourcing = sourcing;
        this.inventory = inventory;
        this.commands = commands;
    }

    @Override
    public void beforeStockIsLocked(Run run, Collection<Long> itemIds) {
        slices.lockOnly(run, store.waiting(itemIds, ORDERS_MAX));
    }

    @Override
    public void afterArrival(Run run, Collection<Long> itemIds) {
        fill(run, itemIds);
    }

    /** @param orders how many waiting orders were looked at */
    public record Filled(int orders) {}

    /** Looks for waiting units whose item is available somewhere, and reserves them. */
    public Outcome<Filled> sweep(Cause cause) {
        List<Long> items = fillable();
        if (items.isEmpty()) {
            return Outcome.done(new Filled(0));
        }
        return commands.once(
                cause, "fill-backorders", items, Filled.class, run -> Outcome.done(new Filled(fill(run, items))));
    }

    private List<Long> fillable() {
        List<Long> waiting = store.waitingItems();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<Long, List<StockLevel>> levels = inventory.levels(waiting);
        return waiting.stream()
                .filter(item -> levels.getOrDefault(item, List.of()).stream().anyMatch(level -> level.available() > 0))
                .toList();
    }

    private int fill(Run run, Collection<Long> itemIds) {
        List<Long> waiting = store.waiting(itemIds, ORDERS_MAX);
        if (waiting.isEmpty()) {
            return 0;
        }
        LockedOrders orders = slices.lock(run, waiting);
        List<LockedOrder> byUrgency =
                waiting.stream().filter(orders.ids()::contains).map(orders::get).toList();
        sourcing.fill(run, orders, byUrgency);
        return byUrgency.size();
    }
}
