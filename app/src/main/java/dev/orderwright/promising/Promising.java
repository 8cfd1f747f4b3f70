package dev.orderwright.promising;

import dev.orderwright.shared.Run;
import java.util.List;
import java.util.Map;

/** Promises what can be kept: plans orders over the nodes and tells what is available where and when. */
public interface Promising {

    /**
     * Plans the demands one after the other in list order, each against what those before it have left. Locks all stock
     * rows of their items in key order, so that nothing changes until the caller's transaction ends; moves no stock.
     */
    List<Plan> plan(Run run, List<Demand> demands);

    /**
     * The same, when older backorders wait for the announced supply: dates of shortages are given only from what is
     * left of it.
     *
     * @param waiting units by item that are backordered already and will be served first
     */
    List<Plan> plan(Run run, List<Demand> demands, Map<Long, Long> waiting);

    /** What each delivery method would mean for the demand if it were ordered now, cheapest first; holds nothing. */
    List<DeliveryOption> options(Demand demand);

    /** What could be promised of each item now, by item id; holds nothing. */
    Map<Long, ItemAvailability> availability(AvailabilityQuestion question);
}
