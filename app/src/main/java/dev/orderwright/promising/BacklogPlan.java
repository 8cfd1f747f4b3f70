package dev.orderwright.promising;

import java.util.List;

/**
 * How a backlog could be sourced better.
 *
 * @param steps what changes, in the order in which it can be done; the orders of a step change together or not at all
 */
public record BacklogPlan(Figures figures, List<List<OrderChange>> steps) {

    public BacklogPlan {
        steps = List.copyOf(steps);
    }

    /**
     * What it comes to.
     *
     * @param orders that have something reserved and nothing released
     * @param lines of them, in parts at one node
     * @param changed orders of which something moves
     * @param costBefore of the carriage of all, by the tariff, in minor units
     * @param finished no single change would take another shipment away; false when the search was broken off before
     */
    public record Figures(
            long orders,
            long lines,
            long changed,
            long shipmentsBefore,
            long shipmentsAfter,
            long costBefore,
            long costAfter,
            List<Load> loads,
            boolean finished) {

        public Figures {
            loads = List.copyOf(loads);
        }
    }

    /** How many shipments of these orders leave a node. */
    public record Load(String node, long before, long after) {}

    /**
     * What changes of an order.
     *
     * @param costBefore of its carriage, by the tariff, in minor units
     */
    public record OrderChange(
            long orderId,
            List<PartMove> moves,
            int shipmentsBefore,
            int shipmentsAfter,
            long costBefore,
            long costAfter) {

        public OrderChange {
            moves = List.copyOf(moves);
        }
    }

    /** A part, by its position among the parts of its order, goes to another node. */
    public record PartMove(int part, long fromNode, long toNode) {}
}
