package dev.orderwright.channels.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/** The files that were imported. */
public record ImportsPage(List<ImportRow> rows, Pager pager) {

    /** One import. */
    public record ImportRow(
            String url, String started, String file, String what, Chip state, String progress, String by) {}
}
