package dev.orderwright.billing;

import dev.orderwright.orders.OrderMoney;
import java.math.BigDecimal;

/**
 * Units of one order line on an invoice, with the money and the tax that were frozen for them.
 *
 * @param position on the invoice, from 1
 * @param firstUnit of the order line; the range is {@code [firstUnit, firstUnit + quantity)}
 * @param quantity in the item's smallest unit
 * @param quantityDecimals how many decimals that unit stands for
 * @param unitPrice net, per whole unit
 */
public record InvoiceLine(
        long orderId,
        long invoiceId,
        int position,
        int lineNo,
        long firstUnit,
        long quantity,
        long itemId,
        String sku,
        String description,
        int quantityDecimals,
        BigDecimal unitPrice,
        OrderMoney money,
        BigDecimal taxPercent,
        String taxCode) {

    public long endUnit() {
        return firstUnit + quantity;
    }
}
