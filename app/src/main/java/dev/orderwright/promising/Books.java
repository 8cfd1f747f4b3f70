package dev.orderwright.promising;

import dev.orderwright.inventory.ExpectedSupply;
import dev.orderwright.inventory.LimitDay;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.promising.SupplyBook.Arrival;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What one run of planning knows: the network, and what was read of stock, limits and supply of its items. */
final class Books {

    private final Network network;
    private final long[] items;
    private final long[] nodes;
    private final Collection<StockLevel> levels;
    private final Map<LimitDay, Map<StockKey, Long>> kept;
    private final Supplier<Announced> announced;

    Books(
            Network network,
            Set<Long> items,
            Collection<StockLevel> levels,
            Map<LimitDay, Map<StockKey, Long>> kept,
            Supplier<Announced> announced) {
        this.network = network;
        this.items = items.stream().mapToLong(Long::longValue).sorted().toArray();
        this.nodes = network.ids();
        this.levels = levels;
        this.kept = kept;
        this.announced = announced;
    }

    Network network() {
        return network;
    }

    /**
     * A planner that starts from what was read, for orders of which nothing waits yet.
     *
     * @param strategies the versions that may be in force, the newest first
     */
    Planner planner(List<SourcingStrategy> strategies) {
        return planner(strategies, Map.of());
    }

    /**
     * The same for orders of which units wait already: those do not stand in line before themselves.
     *
     * @param own their backordered units by item
     */
    Planner planner(List<SourcingStrategy> strategies, Map<Long, Long> own) {
        StockBook stock = stock();
        return new Planner(network.nodes(), stock, limits(stock), supply(stock, own), strategies);
    }

    StockBook stock() {
        StockBook stock = new StockBook(items, nodes);
        for (StockLevel level : levels) {
            stock.put(level.key().itemId(), level.key().nodeId(), level.available());
        }
        return stock;
    }

    LimitBook limits(StockBook stock) {
        if (kept.isEmpty()) {
            return LimitBook.NONE;
        }
        LimitBook limits = new LimitBook();
        Map<Map<StockKey, Long>, long[]> known = new HashMap<>();
        kept.forEach((day, quantities) -> limits.put(
                day.channel(),
                Math.toIntExact(day.on().toEpochDay()),
                known.computeIfAbsent(quantities, q -> cells(q, stock))));
        return limits;
    }

    /** Most days keep the same back. */
    private long[] cells(Map<StockKey, Long> quantities, StockBook stock) {
        long[] cells = new long[items.length * nodes.length];
        quantities.forEach((key, quantity) -> {
            int node = Arrays.binarySearch(nodes, key.nodeId());
            if (node >= 0) {
                cells[stock.cell(stock.item(key.itemId()), node)] = quantity;
            }
        });
        return cells;
    }

    private SupplyBook supply(StockBook stock, Map<Long, Long> own) {
        Supplier<Announced> once = SingletonSupplier.of(announced);
        return new SupplyBook(() -> arrivals(stock, once.get()), () -> ahead(once.get(), own));
    }

    private long[] ahead(Announced known, Map<Long, Long> own) {
        long[] ahead = new long[items.length];
        known.waiting().forEach((item, quantity) -> {
            int position = Arrays.binarySearch(items, item);
            if (position >= 0) {
                ahead[position] = Math.max(0, quantity - own.getOrDefault(item, 0L));
            }
        });
        return ahead;
    }

    private List<Arrival> arrivals(StockBook stock, Announced known) {
        List<Arrival> arrivals = new ArrayList<>();
        for (List<ExpectedSupply> supplies : known.supplies().values()) {
            for (ExpectedSupply supply : supplies) {
                int node = Arrays.binarySearch(nodes, supply.nodeId());
                if (node >= 0) {
                    arrivals.add(new Arrival(
                            stock.item(supply.itemId()),
                            node,
                            Math.toIntExact(supply.expectedOn().toEpochDay()),
                            supply.open()));
                }
            }
        }
        return arrivals;
    }
}
