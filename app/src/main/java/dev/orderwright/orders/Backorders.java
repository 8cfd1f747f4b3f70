package dev.orderwright.orders;

import dev.orderwright.inventory.ArrivalListener;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.SliceStore.WaitingOrder;
import dev.orderwright.promising.WaitingUnits;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * The line of those who wait for an item: as the priority formula has it. Goods that arrive are given to them in the transaction of
 * the receipt, so that no later order can take them; stock that comes free otherwise is looked for by a sweep. Whenever
 * goods come, or are announced for other days, each in the line is told anew when to expect them.
 */
@Component
public class Backorders implements ArrivalListener, WaitingUnits {

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
        slices.lockOnly(run, line(itemIds).orders());
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
        Line line = line(itemIds);
        if (line.orders().isEmpty()) {
            return 0;
        }
        LockedOrders orders = slices.lock(run, line.orders());
        List<LockedOrder> byUrgency = line.orders().stream()
                .filter(orders.ids()::contains)
                .map(orders::get)
                .toList();
        sourcing.fill(run, orders, byUrgency, line.isWhole() ? line.items() : Set.of());
        return byUrgency.size();
    }

    /**
     * Who waits for some items.
     *
     * @param items those, and for what else orders wait that leave complete: their days hang together
     * @param orders the most urgent first
     */
    private record Line(Set<Long> items, List<Long> orders) {

        /** Whether everybody is in it. */
        boolean isWhole() {
            return orders.size() < ORDERS_MAX;
        }
    }

    private Line line(Collection<Long> itemIds) {
        Set<Long> items = new TreeSet<>(itemIds);
        while (true) {
            List<WaitingOrder> waiting = store.waiting(items, ORDERS_MAX);
            List<Long> complete = waiting.stream()
                    .filter(WaitingOrder::shipComplete)
                    .map(WaitingOrder::id)
                    .toList();
            if (waiting.size() == ORDERS_MAX || complete.isEmpty() || !items.addAll(store.waitingItemsOf(complete))) {
                return new Line(items, waiting.stream().map(WaitingOrder::id).toList());
            }
        }
    }

    /** Who places an order stands behind those who wait already. */
    @Override
    public Map<Long, Long> backordered(Collection<Long> itemIds) {
        return store.backordered(itemIds);
    }
}
