package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * The list of orders.
 *
 * @param filters the fields of the filter form, as they stand in the URL
 * @param filtered true when a filter is set, so that an empty list can say so
 */
public record OrdersPage(
        List<Tab> tabs, String view, List<FilterField> filters, boolean filtered, List<Row> rows, Pager pager) {

    /** @param options empty for a text field */
    public record FilterField(String name, String label, String type, String value, List<Option> options) {}

    /** A choice of a filter. */
    public record Option(String value, String label, boolean selected) {}

    /** One order. */
    public record Row(
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
