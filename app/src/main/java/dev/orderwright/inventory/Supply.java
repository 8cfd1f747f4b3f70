package dev.orderwright.inventory;

import java.time.LocalDate;

/**
 * Goods a supplier has announced.
 *
 * @param number our number of the announcement
 * @param reference the other side's
 * @param closed whether the rest will not come
 */
public record Supply(
        long id,
        long itemId,
        long nodeId,
        LocalDate expectedOn,
        long quantity,
        long received,
        boolean closed,
        String number,
        String reference) {

    /** What is still to come. */
    public long open() {
        return closed ? 0 : quantity - received;
    }

    Supply plusReceived(long arrived) {
        return new Supply(id, itemId, nodeId, expectedOn, quantity, received + arrived, closed, number, reference);
    }

    Supply moved(LocalDate newDay) {
        return new Supply(id, itemId, nodeId, newDay, quantity, received, closed, number, reference);
    }

    Supply ended() {
        return new Supply(id, itemId, nodeId, expectedOn, quantity, received, true, number, reference);
    }
}
