package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * The list of orders.
 *
 * @param filters the fields of the filter form, as they stand in the URL
 * @param clearUrl takes the filters away; empty when none is set
 * @param here the address of the list with its filters
 * @param holdTypes the holds that many orders can get at once
 */
public record OrdersPage(
        List<Tab> tabs,
        String view,
        List<Field> filters,
        String clearUrl,
        List<Row> rows,
        Pager pager,
        String here,
        List<OrderPage.Option> holdTypes,
        boolean mayHold,
        boolean mayCancel) {

    /** Whether rows can be ticked. */
    public boolean hasBulk() {
        return mayHold || mayCancel;
    }

    /** One order. */
    public record Row(
            String id,
            String number,
            String url,
            String customer,
            String country,
            String channel,
            String placed,
            List<Chip> chips,
            QuantityBar units,
            String total,
            String expected) {}
}
