package dev.orderwright.allocation.web;

import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * Items for which orders wait.
 *
 * @param items those for which most orders wait, first
 * @param more says that there are others; empty when there are none
 * @param runs what was shared out, the newest first
 */
public record BackordersPage(List<ItemRow> items, String more, List<RunRow> runs, Pager pager) {

    /**
     * @param since how long the oldest waits
     * @param reserved what other orders have
     * @param shareUrl empty for who may not
     */
    public record ItemRow(
            String sku,
            String description,
            String url,
            String orders,
            String units,
            String since,
            String reserved,
            String shareUrl) {}

    /** @param gained how many units went to others */
    public record RunRow(String url, String sku, String at, String rule, String gained, String reason, String by) {}
}
