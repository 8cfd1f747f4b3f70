package dev.orderwright.console.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Column;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/** One of everything: the components of the design system with sample data. */
public record DesignPage(
        List<Chip> chips,
        List<Tab> tabs,
        List<Column> columns,
        List<Row> rows,
        Pager pager,
        List<KeyValue> facts,
        List<TimelineEntry> timeline,
        List<Field> fields,
        List<Field.Option> options,
        List<Refusal> refusals,
        TodayPage.Tiles tiles,
        DesignStates states) {

    /** A row of the sample table. */
    public record Row(String number, String customer, QuantityBar bar, String total, Chip chip) {}
}
