package dev.orderwright.promising;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be promised of one item now, after safety stock and channel limits.
 *
 * @param total what all nodes together can ship
 * @param wanted the quantity that was asked for
 * @param shipOn the day by which all of the wanted quantity has left; null when no date is known
 * @param deliverOn the day by which all of the wanted quantity has arrived; null when no date is known
 * @param nodes every node that has some, soonest delivery first
 */
public record ItemAvailability(
        long itemId,
        long total,
        long wanted,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn,
        List<AtNode> nodes) {

    /** What one node can ship, and when it would leave and arrive. */
    public record AtNode(long nodeId, String node, long quantity, LocalDate shipOn, LocalDate deliverOn) {}

    public boolean isEnough() {
        return total >= wanted;
    }
}
