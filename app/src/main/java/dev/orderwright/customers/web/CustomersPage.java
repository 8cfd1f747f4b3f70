package dev.orderwright.customers.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/** The customers; names and contacts as the caller may see them. */
public record CustomersPage(List<Field> filters, String clearUrl, boolean mayWrite, List<Row> rows, Pager pager) {

    /** One customer. */
    public record Row(
            String number,
            String url,
            String name,
            String contact,
            String country,
            String terms,
            String owes,
            List<Chip> chips) {}
}
