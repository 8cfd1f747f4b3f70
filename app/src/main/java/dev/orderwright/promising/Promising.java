package dev.orderwright.promising;

import dev.orderwright.inventory.ExpectedSupply;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.LimitDay;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Promises what can be kept: plans orders over the nodes, and tells what is available where and when. */
@Component
public class Promising {

    private final Inventory inventory;
    private final Stock stock;
    private final Strategies strategies;
    private final ObjectProvider<WaitingUnits> waiting;

    Promising(Inventory inventory, Stock stock, Strategies strategies, ObjectProvider<WaitingUnits> waiting) {
        this.inventory = inventory;
        this.stock = stock;
        this.strategies = strategies;
        this.waiting = waiting;
    }

    /**
     * Plans the demands one after the other in list order, each against what those before it have left. Locks all stock
     * rows of their items in key order, so that nothing changes until the caller's transaction ends; moves no stock. What is
     * short is dated from what nobody who waits already will get of the announced supply.
     */
    public List<Plan> plan(Run run, List<Demand> demands) {
        return plan(run, demands, Map.of());
    }

    /**
     * The same for demands of which some units are backordered already: they stand where the list puts them, not before
     * themselves.
     *
     * @param own backordered units of the demands, by item
     */
    public List<Plan> plan(Run run, List<Demand> demands, Map<Long, Long> own) {
        if (demands.isEmpty()) {
            return List.of();
        }
        Set<Long> items = items(demands);
        return books(items, demands, keptBack -> locked(run, items))
                .planner(strategies.known(), own)
                .planAll(demands);
    }

    /**
     * The same without locks, for a caller that reserves with {@link Stock#moveAtEnd}: there the balances themselves refuse
     * what somebody else has taken meanwhile, and the command is run again, with locks. Nobody waits for anybody while
     * orders are planned and written. Where units are kept back for others, locks are taken at once; where dates were given
     * from announced supply, it is planned again with locks, because no balance would refuse to date it twice.
     */
    public List<Plan> propose(Run run, List<Demand> demands) {
        Set<Long> items = items(demands);
        Planner planner = books(
                        items, demands, keptBack -> keptBack || run.isRepeated() ? locked(run, items) : levels(items))
                .planner(strategies.known());
        List<Plan> plans = planner.planAll(demands);
        return planner.usedSupply() ? plan(run, demands) : plans;
    }

    /** What each delivery method would mean for the demand if it were ordered now, cheapest first; holds nothing. */
    public List<DeliveryOption> options(Demand demand) {
        Set<Long> items = items(List.of(demand));
        return options(demand, books(items, List.of(demand), keptBack -> levels(items)));
    }

    private List<DeliveryOption> options(Demand demand, Books books) {
        List<DeliveryOption> options = new ArrayList<>();
        for (DeliveryMethod method : DeliveryMethod.values()) {
            Demand asked = demand.by(method);
            options.add(Preview.option(asked, books.planner(strategies.known())));
        }
        options.sort(Comparator.comparingLong(DeliveryOption::costMinor));
        return options;
    }

    /** What could be promised of each item now, by item id; holds nothing. */
    public Map<Long, ItemAvailability> availability(AvailabilityQuestion question) {
        List<Demand> demands = Preview.demands(question);
        Set<Long> items = items(demands);
        return Preview.availability(demands, books(items, demands, keptBack -> levels(items)), strategies.known());
    }

    /** Both at once, of the same stock: what each method would mean, and what there is of each item for itself. */
    public Offer offer(Demand demand) {
        List<Demand> apart = Preview.demands(AvailabilityQuestion.of(demand));
        List<Demand> all = new ArrayList<>(apart);
        all.add(demand);
        Set<Long> items = items(all);
        Books books = books(items, all, keptBack -> levels(items));
        return new Offer(options(demand, books), Preview.availability(apart, books, strategies.known()));
    }

    private Collection<StockLevel> levels(Set<Long> items) {
        return inventory.levels(items).values().stream().flatMap(List::stream).toList();
    }

    private Collection<StockLevel> locked(Run run, Set<Long> items) {
        return stock.lockItems(run, items).values();
    }

    /** How balances are read; last of all, so that rows are locked as shortly as can be. */
    @FunctionalInterface
    private interface Levels {

        /** @param keptBack whether units are kept back that the balances do not know of */
        Collection<StockLevel> read(boolean keptBack);
    }

    private Books books(Set<Long> items, List<Demand> demands, Levels levels) {
        Network network = Network.of(inventory.nodes());
        Map<LimitDay, Map<StockKey, Long>> kept = stock.limits(items, network.limitDays(demands));
        return new Books(network, items, levels.read(!kept.isEmpty()), kept, () -> announced(items));
    }

    /** Who waits is asked only about what is announced. */
    private Announced announced(Set<Long> items) {
        Map<Long, List<ExpectedSupply>> supplies = stock.expected(items);
        Map<Long, Long> ahead = new HashMap<>();
        if (!supplies.isEmpty()) {
            waiting.forEach(line -> line.backordered(supplies.keySet())
                    .forEach((item, units) -> ahead.merge(item, units, Math::addExact)));
        }
        return new Announced(supplies, ahead);
    }

    private static Set<Long> items(List<Demand> demands) {
        Set<Long> items = new TreeSet<>();
        for (Demand demand : demands) {
            for (DemandLine line : demand.lines()) {
                items.add(line.itemId());
            }
        }
        return items;
    }
}
