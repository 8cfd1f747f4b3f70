package dev.orderwright.workbench.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * Bulk actions, the newest first.
 *
 * @param url of this page of the list
 * @param everybodys whether those of others are among them
 */
public record JobsPage(String url, List<JobLine> rows, boolean everybodys, Pager pager) {

    /** One of them. */
    public record JobLine(
            String url, String started, String title, Chip state, String done, String refused, String by) {}
}
