package dev.orderwright.billing;

import dev.orderwright.orders.OrderMoney;

/**
 * Units that are credited, for exactly the money they were invoiced with.
 *
 * @param position on the credit note, from 1
 */
public record CreditNoteLine(
        long orderId, long creditNoteId, int position, int lineNo, long firstUnit, long quantity, OrderMoney money) {

    public long endUnit() {
        return firstUnit + quantity;
    }
}
