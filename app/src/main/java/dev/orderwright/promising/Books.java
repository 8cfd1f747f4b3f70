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

/** What one run of planning knows: the network, and what was read of stock, limits and supply of its items. */
final class Books {

    private final Network network;
    private final long[] items;
    private final long[] nodes;
    private final Collection<StockLevel> levels;
    private final Map<LimitDay, Map<StockKey, Long>> kept;
    private final Supplier<Map<Long, List<ExpectedSupply>>> expected;

    Books(
            Network network,
            Set<Long> items,
            Collection<StockLevel> levels,
            Map<LimitDay, Map<StockKey, Long>> kept,
            Supplier<Map<Long, List<ExpectedSupply>>> expected) {
        this.network = network;
        this.items = items.stream().mapToLong(Long::longValue).sorted().toArray();
        this.nodes = network.ids();
        this.levels = levels;
        this.kept = kept;
        this.expected = expected;
    }

    Network network() {
        return network;
    }

    /**
     * A planner that starts from what was read.
     *
     * @param waiting units by item that older backorders will get of the announced supply
     */
    Planner planner(Map<Long, Long> waiting) {
        return planner(waiting, List.of());
    }

    /**
     * The same by a strategy.
     *
     * @param strategies the versions that may be in force, the newest first
     */
    Planner planner(Map<Long, Long> waiting, List<SourcingStrategy> strategies) {
        StockBook stock = stock();
        return new Planner(network.nodes(), stock, limits(stock), supply(stock, waiting), strategies);
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

    private SupplyBook supply(StockBook stock, Map<Long, Long> waiting) {
        long[] set = new long[items.length];
        waiting.forEach((item, quantity) -> {
            int position = Arrays.binarySearch(items, item);
            if (position >= 0) {
                set[position] = quantity;
            }
        });
        return new SupplyBook(() -> arrivals(stock), set);
    }

    private List<Arrival> arrivals(StockBook stock) {
        List<Arrival> arrivals = new ArrayList<>();
        for (List<ExpectedSupply> supplies : expected.get().values()) {
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
