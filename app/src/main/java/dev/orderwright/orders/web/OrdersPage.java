package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.workbench.ListViews;
import java.util.List;
import java.util.Set;

/**
 * The list of orders.
 *
 * @param filters the fields of the filter form, as they stand in the URL
 * @param clearUrl takes the filters away; empty when none is set
 * @param saveUrl where these filters can be saved as a view; empty when they are
 * @param deleteUrl where the view that is looked at can be deleted; empty when it is none of one's own
 * @param shown the keys of the columns that this person sees
 * @param here the address of the list with its filters
 * @param nodes where many orders can be sent from; empty for those who may not choose
 * @param holdTypes the holds that many orders can get at once
 */
public record OrdersPage(
        Tabs tabs,
        String view,
        List<Field> filters,
        String clearUrl,
        String saveUrl,
        String deleteUrl,
        List<ListViews.Column> columns,
        Set<String> shown,
        List<Row> rows,
        Pager pager,
        String here,
        List<Option> holdTypes,
        boolean mayHold,
        boolean mayRelease,
        boolean mayCancel,
        List<Option> nodes) {

    /** Whether rows can be ticked. */
    public boolean hasBulk() {
        return mayHold || mayRelease || mayCancel || !nodes.isEmpty();
    }

    /** Where all that fits is to be had as a file. */
    public String exportUrl(String format) {
        return here.replaceFirst("^/orders", "/orders/export." + format);
    }

    /** Whether what stands in a column are figures. */
    public boolean isNumber(String column) {
        return Set.of("total", "lines", "priority").contains(column);
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
            String expected,
            String promised,
            String externalId,
            String lines,
            String priority,
            String age) {

        /** What stands in a column that has no drawing of its own. */
        public String text(String column) {
            return switch (column) {
                case "placed" -> placed;
                case "total" -> total;
                case "expected" -> expected;
                case "promised" -> promised;
                case "externalId" -> externalId;
                case "lines" -> lines;
                case "priority" -> priority;
                case "age" -> age;
                default -> "";
            };
        }
    }

    /** @param url where they are fetched again */
    public record Tabs(List<Tab> tabs, String url) {}

    /** A choice. */
    public record Option(String value, String label) {}
}
