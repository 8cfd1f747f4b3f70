package dev.orderwright.promising.sourcing;

import java.util.List;
import java.util.Map;

/**
 * Which nodes ship an order, what that costs, what it beat and by how much, and why the others were not asked.
 *
 * @param shipments the chosen plan, by node
 * @param shortUnits what no node ships
 * @param cost in points (thousandths of a minor unit)
 * @param costs the same by part
 * @param lowerBound no plan that ships as much costs less
 * @param beaten the best other plans, best first
 * @param refusals nodes, and lines at nodes, that were refused, with the constraint and its evidence
 */
public record SourcingDecision(
        List<Shipment> shipments,
        long shortUnits,
        long cost,
        Map<CostPart, Long> costs,
        long lowerBound,
        List<Beaten> beaten,
        List<Refusal> refusals) {

    /**
     * What one node ships.
     *
     * @param costs of this shipment by part, in points, without the split penalty
     */
    public record Shipment(long nodeId, String nodeCode, List<Taken> taken, Map<CostPart, Long> costs) {

        public Shipment {
            taken = List.copyOf(taken);
            costs = Map.copyOf(costs);
        }
    }

    /** What of a line. */
    public record Taken(int lineNo, long itemId, long quantity) {}

    /**
     * A plan that was not chosen.
     *
     * @param dearerBy how many points it costs more; negative where it is cheaper but ships less
     * @param unitsLess how many units it ships less
     */
    public record Beaten(List<String> nodeCodes, long cost, long dearerBy, long unitsLess) {}

    /**
     * A node that may not ship the order, or a line of it.
     *
     * @param lineNo the line; 0 for the whole order
     * @param evidence what the constraint found: strings, numbers and lists
     */
    public record Refusal(
            long nodeId, String nodeCode, int lineNo, SourcingConstraint constraint, Map<String, Object> evidence) {}

    public SourcingDecision {
        shipments = List.copyOf(shipments);
        costs = Map.copyOf(costs);
        beaten = List.copyOf(beaten);
        refusals = List.copyOf(refusals);
    }

    /** Proven to be the cheapest plan. */
    public boolean isOptimal() {
        return lowerBound == cost;
    }
}
