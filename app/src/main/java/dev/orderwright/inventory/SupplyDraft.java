package dev.orderwright.inventory;

import java.time.LocalDate;
import java.util.List;

/**
 * Goods that a supplier will send.
 *
 * @param expectedOn the day on which they should be at the node
 * @param reference the other side's number, may be empty; lines with the same number share an announcement
 */
public record SupplyDraft(long itemId, long nodeId, LocalDate expectedOn, long quantity, String reference) {

    /** The answer: what was announced, in the order in which it was given. */
    public record SupplyAnnounced(List<AnnouncedSupply> supplies) {}

    /**
     * What was announced.
     *
     * @param number our number of the announcement
     */
    public record AnnouncedSupply(long id, String number, long itemId, long nodeId, long quantity) {}
}
