package dev.orderwright.channels.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * The files that were imported, and a form to send another.
 *
 * @param kinds of files there are
 * @param throughs how far the orders of a file can be driven
 */
public record ImportsPage(List<ImportRow> rows, Pager pager, List<Field.Option> kinds, List<Field.Option> throughs) {

    /** One import. */
    public record ImportRow(
            String url, String started, String file, String what, Chip state, String progress, String by) {}
}
