package dev.orderwright.backlog.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * The runs, and a button for another.
 *
 * @param askUrl empty for who may only look
 */
public record BacklogListPage(String askUrl, List<RunRow> rows, Pager pager) {

    /** One run. */
    public record RunRow(
            String url, String asked, String by, Chip state, String orders, String shipments, String saved) {}
}
