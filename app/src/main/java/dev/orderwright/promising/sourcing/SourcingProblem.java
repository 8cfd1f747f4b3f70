package dev.orderwright.promising.sourcing;

/**
 * One order as numbers: lines, nodes, what each node has of each line, and costs in points (thousandths of a minor unit).
 * A plan costs {@code fixedCost} for each node that ships, {@code splitPenalty} for each shipment after the first, and
 * {@code unitCost} for each unit. Filled again and again for one order after the other, so that planning makes no garbage;
 * for one thread.
 */
public final class SourcingProblem {

    /** No sum of costs comes near this: keeps them from overflowing. */
    static final long COST_MAX = Long.MAX_VALUE / 16;

    int lines;
    int nodes;
    long[] quantities = new long[8];
    long[] unitValues = new long[8];
    long[] fixedCosts = new long[10];
    long[] available = new long[80];
    long[] unitCosts = new long[80];
    long splitPenalty;

    /**
     * Begins the next order; everything is 0.
     *
     * @param splitPenalty in points, for each shipment after the first, not negative
     */
    public SourcingProblem begin(int lines, int nodes, long splitPenalty) {
        this.lines = lines;
        this.nodes = nodes;
        this.splitPenalty = notNegative(splitPenalty, "split penalty");
        quantities = cleared(quantities, lines);
        unitValues = cleared(unitValues, lines);
        fixedCosts = cleared(fixedCosts, nodes);
        available = cleared(available, lines * nodes);
        unitCosts = cleared(unitCosts, lines * nodes);
        return this;
    }

    /**
     * What a line wants.
     *
     * @param unitValue of one unit, in minor units
     */
    public SourcingProblem line(int line, long quantity, long unitValue) {
        quantities[line] = notNegative(quantity, "quantity");
        unitValues[line] = notNegative(unitValue, "unit value");
        return this;
    }

    /** What a node costs when it ships anything, in points, not negative. */
    public SourcingProblem node(int node, long fixedCost) {
        fixedCosts[node] = notNegative(fixedCost, "fixed cost");
        return this;
    }

    /**
     * What a node has of a line, and what a unit of it costs from there.
     *
     * @param available what is above the line's quantity does not count
     * @param unitCost in points; negative where it is good to be rid of it
     */
    public SourcingProblem offer(int line, int node, long available, long unitCost) {
        long usable = Math.min(quantities[line], notNegative(available, "available"));
        if (usable != 0 && Math.abs(unitCost) > COST_MAX / usable / lines) {
            throw new IllegalArgumentException(usable + " units for " + unitCost + " points each cannot be planned");
        }
        this.available[line * nodes + node] = usable;
        unitCosts[line * nodes + node] = unitCost;
        return this;
    }

    public int lines() {
        return lines;
    }

    public int nodes() {
        return nodes;
    }

    long cell(long[] values, int line, int node) {
        return values[line * nodes + node];
    }

    private static long[] cleared(long[] values, int size) {
        if (values.length < size) {
            return new long[Math.max(size, 2 * values.length)];
        }
        java.util.Arrays.fill(values, 0, size, 0);
        return values;
    }

    private static long notNegative(long value, String what) {
        if (value < 0 || value > COST_MAX) {
            throw new IllegalArgumentException(what + " " + value);
        }
        return value;
    }
}
