package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/**
 * The orders behind the stock of an item.
 *
 * @param more whether there are others than those shown
 * @param ordersUrl all open orders with the item
 */
public record ItemHoldersPanel(List<Row> rows, boolean more, String ordersUrl) {

    /** Units that an order holds or waits for. */
    public record Row(
            String order,
            String url,
            String channel,
            String priority,
            Chip state,
            String node,
            String shipOn,
            String units) {}
}
