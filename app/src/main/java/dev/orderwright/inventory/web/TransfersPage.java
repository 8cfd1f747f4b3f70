package dev.orderwright.inventory.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/** Goods between nodes. */
public record TransfersPage(List<Tab> tabs, boolean mayWrite, List<Row> rows, Pager pager) {

    /** One transfer. */
    public record Row(
            String number,
            String url,
            String from,
            String to,
            String expectedOn,
            String lines,
            Chip state,
            String note) {}
}
