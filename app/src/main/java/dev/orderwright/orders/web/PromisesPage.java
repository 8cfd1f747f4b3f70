package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/** Promises that moved, the latest first. */
public record PromisesPage(List<Tab> tabs, boolean all, List<Row> rows, Pager pager) {

    /** @param first the day that was promised when the order was placed */
    public record Row(
            String number, String url, String at, Chip direction, String was, String now, String first, String cause) {}
}
