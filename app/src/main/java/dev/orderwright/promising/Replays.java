package dev.orderwright.promising;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Plays orders of the past again under other rules. */
@Component
public class Replays {

    private final Inventory inventory;
    private final Stock stock;

    Replays(Inventory inventory, Stock stock) {
        this.inventory = inventory;
        this.stock = stock;
    }

    /**
     * Begins two replays of the same orders over the nodes, calendars and limits of today.
     *
     * @param demands all orders that will be placed in them
     * @param available what was there when they begin
     * @param one the versions by which the first decides, the newest first
     * @param other those of the second
     * @param measure by which both tell the cost
     */
    public Pair begin(
            List<Demand> demands,
            Map<StockKey, Long> available,
            List<SourcingStrategy> one,
            List<SourcingStrategy> other,
            SourcingStrategy measure) {
        Network network = Network.of(inventory.nodes());
        Set<Long> items = items(demands);
        Books books = new Books(
                network,
                items,
                levels(available),
                stock.limits(items, network.limitDays(demands)),
                () -> Announced.NOTHING);
        return new Pair(new StrategyReplay(books, one, measure), new StrategyReplay(books, other, measure));
    }

    /** The same orders under two strategies. */
    public record Pair(StrategyReplay one, StrategyReplay other) {}

    /** The items that orders ask for. */
    public static Set<Long> items(Collection<Demand> demands) {
        Set<Long> items = new TreeSet<>();
        demands.forEach(demand -> demand.lines().forEach(line -> items.add(line.itemId())));
        return items;
    }

    private static List<StockLevel> levels(Map<StockKey, Long> available) {
        return available.entrySet().stream()
                .map(level -> StockLevel.ofAvailable(level.getKey(), Math.max(0, level.getValue())))
                .toList();
    }
}
