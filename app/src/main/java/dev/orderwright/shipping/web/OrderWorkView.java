package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** What nodes do for an order, and the packages that come of it. */
public record OrderWorkView(List<Work> works) {

    /**
     * The work of one node.
     *
     * @param url where it is picked; empty when the caller may not see that
     */
    public record Work(
            String number,
            String url,
            String node,
            Chip state,
            String picker,
            String leaves,
            String reason,
            List<Box> boxes) {}

    /** @param event the last that its carrier has seen, with its time; empty when there is nothing */
    public record Box(
            String number, String url, Chip state, String tracking, String event, String labelPdf, boolean late) {}
}
