package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.web.Panel;
import java.util.List;

/**
 * One order: where each unit is, what holds it, what it costs, what was promised, and everything that happened.
 *
 * @param url its own address, under which the actions stand
 * @param topic under which open pages hear of it
 * @param plan why the units are where they are, in sentences
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
        Pager pager,
        List<WorkGroup> work,
        List<String> plan,
        List<KeyValue> promise,
        List<KeyValue> terms,
        List<KeyValue> totals,
        List<String> shipTo,
        List<String> billTo,
        History history,
        List<Action> actions,
        boolean mayRelease,
        boolean mayWrite,
        List<Panel> topPanels,
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
            List<Chip> chips,
            String quantity,
            String unitPrice,
            String total,
            QuantityBar units,
            List<Action> actions) {}

    /** Units that belong together: at one node, in one state, for one day. */
    public record WorkGroup(String where, String state, String units, String shipOn, String deliverOn, String lines) {}

    /**
     * Something that can be done now.
     *
     * @param url where its question stands
     * @param key that opens it, empty for none
     */
    public record Action(String label, String url, String key) {}

    /** @param olderUrl what happened before; empty when nothing did */
    public record History(List<TimelineEntry> entries, String olderUrl) {}
}
