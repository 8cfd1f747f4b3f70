package dev.orderwright.promising;

import dev.orderwright.inventory.StockKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What decides whether units that are reserved at one node may be reserved at another: nodes, calendars, zones, and stock
 * after what is kept back. Of several channels the one for which most is kept back counts. For one thread.
 */
public final class ResourcingGround {

    private final SourceNode[] network;
    private final Set<Long> shut;
    private final Map<StockKey, Long> free = new HashMap<>();

    ResourcingGround(Network network, Set<Long> shut, Map<StockKey, Long> available, Map<StockKey, Long> kept) {
        this.network = network.nodes();
        this.shut = Set.copyOf(shut);
        available.forEach((key, units) -> free.put(key, units - kept.getOrDefault(key, 0L)));
    }

    /** When goods that are reserved at a node now leave it and arrive. */
    public record Days(LocalDate shipOn, LocalDate deliverOn) {}

    /** The days from each node that may ship to an order, by the id of the node. */
    public Map<Long, Days> days(Demand demand) {
        Candidates candidates = Candidates.of(demand, network);
        Map<Long, Days> days = new HashMap<>();
        for (Source source : candidates.byNode) {
            if (source != null && !shut.contains(source.node.id())) {
                days.put(source.node.id(), new Days(source.shipOn(), source.deliverOn()));
            }
        }
        return days;
    }

    /** What carriage of a weight costs from each node, whether it may ship or not; in minor units. */
    Carriage carriage(Demand demand) {
        Journey journey = Journey.of(demand);
        Map<Long, DeliveryZone> zones = new HashMap<>();
        for (SourceNode node : network) {
            zones.put(node.id(), journey.zone(node));
        }
        DeliveryMethod method = DeliveryMethod.of(demand.method());
        return (node, grams) -> Tariffs.priceMinor(zones.getOrDefault(node, DeliveryZone.FAR), method, grams);
    }

    /** What a shipment costs. */
    @FunctionalInterface
    interface Carriage {
        long minor(long nodeId, long grams);
    }

    /**
     * Takes units of cells, or gives them back where they are below 0; all or none.
     *
     * @return false when some are not there
     */
    public boolean take(Map<StockKey, Long> net) {
        if (net.entrySet().stream()
                .anyMatch(cell -> cell.getValue() > 0 && free.getOrDefault(cell.getKey(), 0L) < cell.getValue())) {
            return false;
        }
        net.forEach((cell, units) -> free.merge(cell, -units, Long::sum));
        return true;
    }

    Map<StockKey, Long> free() {
        return free;
    }

    Optional<String> code(long nodeId) {
        for (SourceNode node : network) {
            if (node.id() == nodeId) {
                return Optional.of(node.code());
            }
        }
        return Optional.empty();
    }

    long[] nodeIds() {
        return Arrays.stream(network).mapToLong(SourceNode::id).toArray();
    }
}
