package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.web.Panel;
import java.util.List;

/**
 * One order: where each unit is, what holds it, what it costs, what was promised, and everything that happened.
 *
 * @param url its own address, under which the actions stand
 * @param topic under which open pages hear of it
 */
public record OrderPage(
        String number,
        String url,
        String topic,
        int version,
        List<Chip> chips,
        List<HoldCard> holds,
        QuantityBar units,
        List<LineRow> lines,
        List<WorkGroup> work,
        List<KeyValue> promise,
        List<KeyValue> terms,
        List<KeyValue> totals,
        List<String> shipTo,
        List<String> billTo,
        List<TimelineEntry> timeline,
        List<Field> holdForm,
        List<Option> holdTypes,
        List<Option> nodes,
        boolean mayHold,
        boolean mayRelease,
        boolean mayWrite,
        boolean mayCancel,
        boolean open,
        List<Panel> mainPanels,
        List<Panel> sidePanels) {

    /** A hold that is active, with the way to release it. */
    public record HoldCard(String id, String title, String reason, String blocks, String by, String releaseUrl) {}

    /** One line with its units. */
    public record LineRow(
            int lineNo,
            String sku,
            String skuUrl,
            String description,
            String quantity,
            String unitPrice,
            String total,
            QuantityBar units,
            boolean cancellable,
            String cancelUrl) {}

    /** Units that belong together: at one node, in one state, for one day. */
    public record WorkGroup(String where, String state, String units, String shipOn, String deliverOn, String lines) {}

    /** A choice. */
    public record Option(String value, String label) {}
}
