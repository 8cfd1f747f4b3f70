package dev.orderwright.customers.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.web.Panel;
import java.util.List;

/**
 * Everything about one customer.
 *
 * @param credit what he may owe and does; empty when he pays in advance and owes nothing
 * @param used how much of his limit is used, in percent, at most 100
 * @param orderUrl takes an order of his by phone; empty for those who may not, and while he is not sold to
 * @param editUrl empty for those who may not change him
 * @param activeUrl stops selling to him, or starts again; empty for those who may not
 */
public record CustomerPage(
        String name,
        String number,
        List<Chip> chips,
        List<KeyValue> contact,
        List<KeyValue> credit,
        long used,
        List<KeyValue> terms,
        String orderUrl,
        String editUrl,
        String activeUrl,
        boolean active,
        List<Panel> mainPanels,
        List<Panel> sidePanels,
        List<TimelineEntry> history) {}
