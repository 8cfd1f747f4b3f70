package dev.orderwright.promising.sourcing;

/**
 * How far an order may be split.
 *
 * @param shipComplete everything that is wanted, or nothing
 * @param shipmentsMax how many nodes may ship it at most; 0 for no limit
 * @param shipmentValueMin what each of several shipments is worth at least, in minor units; 0 for no limit. A set of nodes
 *     is judged by its cheapest way to share the order out
 */
public record SplitPolicy(Splitting splitting, boolean shipComplete, int shipmentsMax, long shipmentValueMin) {

    /** As far as it is cheaper. */
    public static final SplitPolicy FREE = new SplitPolicy(Splitting.PER_QUANTITY, false, 0, 0);

    /** What may come from different nodes. */
    public enum Splitting {
        /** Nothing: one node ships all that is shipped. */
        NONE,
        /** Lines: each comes whole from one node, or not at all. */
        PER_LINE,
        /** Units of one line. */
        PER_QUANTITY
    }

    public SplitPolicy {
        if (shipmentsMax < 0 || shipmentValueMin < 0) {
            throw new IllegalArgumentException(
                    "at most " + shipmentsMax + " shipments of at least " + shipmentValueMin);
        }
    }

    /** The largest number of nodes that may ship together. */
    int nodesMax(int nodes) {
        if (splitting == Splitting.NONE) {
            return Math.min(1, nodes);
        }
        return shipmentsMax == 0 ? nodes : Math.min(shipmentsMax, nodes);
    }
}
