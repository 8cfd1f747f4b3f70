package dev.orderwright.catalog.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/** The items that can be sold and stored. */
public record ItemsPage(List<Field> filters, String clearUrl, boolean mayWrite, List<Row> rows, Pager pager) {

    /** One item. */
    public record Row(
            String sku,
            String url,
            String description,
            String kind,
            String price,
            String weight,
            String barcode,
            List<Chip> chips) {}
}
