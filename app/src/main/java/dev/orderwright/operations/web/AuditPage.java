package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * Commands that were carried out, newest first.
 *
 * @param clearUrl shows all again; empty when all are shown
 * @param unknown the name of a thing that there is not; empty when there is, or when none was named
 */
public record AuditPage(List<Field> filters, String clearUrl, String unknown, List<Row> rows, Pager pager) {

    /**
     * One command.
     *
     * @param business the time it was given for, where that is not when it was done
     * @param from how it came in
     */
    public record Row(
            String url,
            String when,
            String instant,
            String business,
            String what,
            String kind,
            String by,
            String from,
            String key) {}
}
