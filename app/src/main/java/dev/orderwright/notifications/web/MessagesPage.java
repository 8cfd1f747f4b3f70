package dev.orderwright.notifications.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * The list of messages.
 *
 * @param view which tab is open
 * @param setup where mail goes; empty when nothing is set up
 * @param sendAllUrl empty when there is nothing to send, or nobody may
 * @param kinds what is mailed by itself
 */
public record MessagesPage(
        List<Tab> tabs,
        String view,
        String setup,
        boolean automatic,
        List<Row> rows,
        Pager pager,
        String sendAllUrl,
        List<Kind> kinds) {

    /**
     * @param when it was sent, or is tried next, or was written
     * @param retryUrl empty when it can't be sent now, or the viewer may not
     * @param dismissUrl empty when it can't be let rest, or the viewer may not
     */
    public record Row(
            String url,
            String what,
            String order,
            String orderUrl,
            String to,
            Chip state,
            String reason,
            String when,
            String retryUrl,
            String dismissUrl) {}

    /** @param turnUrl empty for those who may only look */
    public record Kind(String title, String when, boolean mailed, String turnUrl) {}
}
