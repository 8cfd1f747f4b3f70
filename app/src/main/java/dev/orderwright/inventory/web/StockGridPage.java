package dev.orderwright.inventory.web;

import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * Item by node by bucket.
 *
 * @param show the tab that stands open, kept by the filters
 * @param clearUrl takes the filters away; empty when there is none
 * @param filtered whether an empty list is so because of a filter
 */
public record StockGridPage(
        List<Tab> tabs,
        String show,
        List<Field> filters,
        String clearUrl,
        boolean filtered,
        boolean mayWrite,
        List<String> buckets,
        List<Row> rows,
        Pager pager) {

    /**
     * An item at a node.
     *
     * @param first whether it is the first row of its item
     * @param free what may still be promised: available, less what is kept back
     * @param css marks what needs a look
     */
    public record Row(
            String sku,
            String description,
            String url,
            boolean first,
            String node,
            String free,
            String kept,
            List<Cell> buckets,
            String onHand,
            String css) {}

    /** A bucket of the row; an empty text is nothing. */
    public record Cell(String label, String text) {}
}
