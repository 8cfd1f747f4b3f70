package dev.orderwright.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of an item at a node that are kept back from promising: safety stock, or a buffer for a channel.
 *
 * @param channel for which orders it holds, empty for all
 * @param until the last day; without end when there is none
 * @param quantity 0 to lift the limit that begins on this day
 */
public record StockLimit(
        long itemId,
        long nodeId,
        String channel,
        LocalDate from,
        @Nullable LocalDate until,
        long quantity) {

    /** As the first day: the day on which the limit is set. */
    public static final LocalDate AT_ONCE = LocalDate.MIN;

    /** The same from the given day on, if it was to begin at once. */
    StockLimit on(LocalDate today) {
        return from.equals(AT_ONCE) ? new StockLimit(itemId, nodeId, channel, today, until, quantity) : this;
    }

    /** The answer: how many limits are set and how many were lifted. */
    public record LimitsSet(int set, int lifted) {}
}
