package dev.orderwright.promising.sourcing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sources the open lines of many unreleased orders anew, so that fewer shipments leave: order after order as each came in
 * was the best that could be done then, but not together (Xu, Allgor and Graves 2009). Lines move to free stock, or change
 * places with a line of another order that loses nothing by it. Every accepted change takes at least one shipment away, so
 * orders that are not split stay so, and no line goes where its promise would break. Stock never goes below what is there.
 *
 * <p>Works in rounds over the split orders until a whole round brings nothing or the work is used up; work is counted, not
 * timed, so that the same backlog always gives the same moves.
 */
public final class Backlog {

    /** Enough for several rounds over a hundred thousand lines; some seconds. */
    public static final long WORK_MAX = 2_000_000_000L;

    /** An order none of whose lines has been released. */
    public record OpenOrder(long id, List<OpenLine> lines) {

        public OpenOrder {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The open quantity of a line and the node that it is sourced from. A line moves as a whole.
     *
     * @param fixed stays where it is, because someone has chosen the node
     */
    public record OpenLine(int lineNo, long itemId, long quantity, long nodeId, boolean fixed) {}

    /** What of an item at a node nobody has been promised. */
    public record FreeStock(long itemId, long nodeId, long quantity) {}

    /** Whether an order that ships from a node arrives as promised, and may ship from there at all. */
    @FunctionalInterface
    public interface Promise {
        boolean isKept(OpenOrder order, long nodeId);
    }

    /** A line that is to be sourced from another node. */
    public record Move(long orderId, int lineNo, long fromNode, long toNode) {}

    /**
     * What is to be changed.
     *
     * @param shipmentsBefore of all orders together
     * @param isFinished no single change would take another shipment away; false when the work was used up before
     */
    public record Plan(List<Move> moves, long shipmentsBefore, long shipmentsAfter, boolean isFinished) {

        public Plan {
            moves = List.copyOf(moves);
        }
    }

    private Backlog() {}

    /**
     * Finds moves.
     *
     * @param nodeIds all nodes that may ship, each once
     * @param workMax how many lines and nodes may be looked at
     */
    public static Plan plan(
            List<OpenOrder> orders, List<FreeStock> free, List<Long> nodeIds, Promise promise, long workMax) {
        Map<Long, Integer> nodes = positions(nodeIds);
        Map<Long, Integer> items = new HashMap<>();
        int[] itemOf = orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToInt(line -> items.computeIfAbsent(line.itemId(), id -> items.size()))
                .toArray();
        BacklogState state = new BacklogState(itemOf.length, orders.size(), items.size(), nodeIds.size());
        int l = 0;
        for (OpenOrder order : orders) {
            int o = state.beginOrder();
            for (OpenLine line : order.lines()) {
                state.addLine(itemOf[l++], line.quantity(), position(nodes, line.nodeId()), line.fixed());
            }
            for (int n = 0; n < nodeIds.size(); n++) {
                state.inTime(o, n, promise.isKept(order, nodeIds.get(n)));
            }
        }
        state.end();
        for (FreeStock stock : free) {
            Integer item = items.get(stock.itemId());
            Integer node = nodes.get(stock.nodeId());
            if (item != null && node != null) {
                state.addFree(item, node, stock.quantity());
            }
        }
        return improved(orders, nodeIds, state, workMax);
    }

    private static Plan improved(List<OpenOrder> orders, List<Long> nodeIds, BacklogState state, long workMax) {
        long before = state.shipments();
        boolean finished = new BacklogSearch(state, workMax).run();
        List<Move> moves = new ArrayList<>();
        int l = 0;
        for (OpenOrder order : orders) {
            for (OpenLine line : order.lines()) {
                long now = nodeIds.get(state.nodeOf(l++));
                if (now != line.nodeId()) {
                    moves.add(new Move(order.id(), line.lineNo(), line.nodeId(), now));
                }
            }
        }
        return new Plan(moves, before, state.shipments(), finished);
    }

    private static int position(Map<Long, Integer> nodes, long nodeId) {
        Integer position = nodes.get(nodeId);
        if (position == null) {
            throw new IllegalArgumentException(
                    "a line is sourced from node " + nodeId + ", which is not among the nodes");
        }
        return position;
    }

    private static Map<Long, Integer> positions(List<Long> ids) {
        Map<Long, Integer> positions = new HashMap<>();
        for (long id : ids) {
            positions.put(id, positions.size());
        }
        return positions;
    }
}
