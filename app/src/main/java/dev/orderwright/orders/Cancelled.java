package dev.orderwright.orders;

import java.util.List;

/**
 * What became of a wish to cancel or to take back.
 *
 * @param lines per line: what was done at once, and what the node must answer first
 */
public record Cancelled(long orderId, String number, List<Line> lines) {

    /**
     * @param done units, in the item's smallest unit
     * @param asked units that are being worked on at a node, which was asked
     */
    public record Line(int lineNo, long done, long asked) {}
}
