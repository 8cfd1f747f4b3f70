package dev.orderwright.inventory.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.web.Panel;
import java.util.List;

/**
 * The stock of an item: where it lies, what comes, who wants it, and every movement.
 *
 * @param actions what can be booked, with the item filled in
 * @param total the levels' sum; none while the item is at one node only
 * @param days what comes and what is waited for
 */
public record StockItemPage(
        String sku,
        String description,
        String itemUrl,
        List<Chip> chips,
        List<Action> actions,
        List<String> buckets,
        List<Level> levels,
        List<Level> total,
        Plot plot,
        List<Day> days,
        List<Coming> coming,
        List<Bin> bins,
        List<Limit> limits,
        List<Panel> mainPanels,
        List<Panel> sidePanels,
        List<Field> ledgerFilter,
        String url,
        List<Move> moves,
        Pager pager) {

    /** @param key pressed for it, empty for none */
    public record Action(String label, String url, String key) {}

    /** @param url the movements there */
    public record Level(
            String node, String url, String free, String kept, List<StockGridPage.Cell> buckets, String onHand) {}

    /** A day of the outlook. */
    public record Day(String day, String comes, String wanted, String free, boolean missing) {}

    /**
     * Goods that a supplier has announced.
     *
     * @param changeUrl where another day, or that the rest will not come, is sent to; empty for those who may not
     */
    public record Coming(
            String id,
            String number,
            String reference,
            String node,
            String day,
            String isoDay,
            boolean late,
            String open,
            String receiveUrl,
            String changeUrl) {}

    public record Bin(String node, String bin, String quantity, String claimed) {}

    /** @param url the form that changes or lifts it */
    public record Limit(String node, String channel, String from, String until, String quantity, String url) {}

    /**
     * A movement.
     *
     * @param free what was free to promise after it
     */
    public record Move(
            String at,
            String iso,
            String what,
            String reason,
            String document,
            String documentUrl,
            String note,
            String who,
            String quantity,
            String onHand,
            String free) {}
}
