package dev.orderwright.promising.sourcing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks of the nodes that could ship it.
 *
 * @param method the delivery method, by name
 * @param pickup the customer collects it at the node
 * @param wishedDay the day by which it should be there, counted from 1970-01-01; {@link #NO_WISH} for as soon as possible
 * @param excludedNodes nodes that have rejected it or that someone has ruled out
 * @param onlyNode the node that a person has chosen; null when the choice is free
 */
public record SourcingOrder(
        List<Line> lines,
        String method,
        boolean pickup,
        int wishedDay,
        Set<Long> excludedNodes,
        @Nullable Long onlyNode) {

    /** No day is too late. */
    public static final int NO_WISH = Integer.MAX_VALUE;

    /**
     * The open quantity of a line.
     *
     * @param quantity in the item's smallest unit
     * @param grams of one such unit
     * @param value of one such unit, in minor units
     * @param hazardous may only ship from nodes that may handle dangerous goods
     */
    public record Line(int lineNo, long itemId, long quantity, double grams, long value, boolean hazardous) {}

    public SourcingOrder {
        lines = List.copyOf(lines);
        excludedNodes = Set.copyOf(excludedNodes);
    }

    long units() {
        return lines.stream().mapToLong(Line::quantity).sum();
    }
}
