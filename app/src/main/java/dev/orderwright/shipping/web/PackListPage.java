package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * What waits at the packing tables.
 *
 * @param nodes what can be chosen; empty when there is no choice
 * @param printing whether packing slips of ticked rows can be printed
 * @param wrong why what was scanned was not found; else empty
 */
public record PackListPage(
        String node,
        List<Field.Option> nodes,
        List<Row> rows,
        List<Table> tables,
        Pager pager,
        boolean printing,
        String wrong) {

    /** Picked work. */
    public record Row(
            String number,
            String url,
            String order,
            String orderUrl,
            String node,
            String leaves,
            List<Chip> chips,
            String units,
            String picker,
            String waiting) {}

    /** A package that somebody has begun. */
    public record Table(String number, String work, String url, String order, String node, String begun) {}
}
