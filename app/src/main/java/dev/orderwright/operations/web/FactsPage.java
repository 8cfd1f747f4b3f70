package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * Facts, newest first.
 *
 * @param clearUrl shows all again; empty when all are shown
 * @param unknown the name of a thing that there is not; empty when there is, or when none was named
 * @param masked whether personal details are hidden from who looks
 */
public record FactsPage(
        List<Field> filters, String clearUrl, String unknown, boolean masked, List<Row> rows, Pager pager) {

    /**
     * One fact.
     *
     * @param recorded when it was written down, where that is not when it happened
     * @param type its stable name
     * @param url the page of what it is about; empty for none
     * @param data as JSON; empty when there is none
     * @param commandUrl the command that recorded it
     */
    public record Row(
            String when,
            String instant,
            String recorded,
            String what,
            String type,
            String kind,
            String subject,
            String url,
            String by,
            String data,
            String commandUrl) {}
}
