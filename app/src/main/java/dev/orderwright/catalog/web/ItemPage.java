package dev.orderwright.catalog.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/**
 * One item, or a new one.
 *
 * @param facts what cannot be changed, or everything for those who may not change it
 * @param fields empty for those who may not change it
 * @param stockUrl the stock of it, empty for a charge and for a new item
 * @param saleUrl takes it off sale or puts it back; empty for those who may not
 */
public record ItemPage(
        boolean isNew,
        String title,
        String description,
        List<Chip> chips,
        String action,
        List<Field> fields,
        String version,
        List<Refusal> refusals,
        List<KeyValue> facts,
        String stockUrl,
        String saleUrl,
        boolean onSale,
        List<TimelineEntry> history) {}
