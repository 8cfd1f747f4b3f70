package dev.orderwright.promising.sourcing;

import java.util.List;

/**
 * The best plan that was found, and the next best sets of nodes.
 *
 * @param nodes that ship, ascending
 * @param shares by line and node ({@code line * nodes of the problem + node}): what ships from there
 * @param units all that ships
 * @param cost in points
 * @param lowerBound no plan that ships as much costs less; the cost itself where the plan is proven to be the cheapest
 * @param alternatives the best other sets, best first; each uses all of its nodes
 */
public record SourcingSolution(
        int[] nodes, long[] shares, long units, long cost, long lowerBound, List<Alternative> alternatives) {

    /** A set of nodes that was beaten, and what it would have shipped for how much. */
    public record Alternative(int[] nodes, long units, long cost) {}

    /** Proven to be the cheapest plan. */
    public boolean isOptimal() {
        return lowerBound == cost;
    }
}
