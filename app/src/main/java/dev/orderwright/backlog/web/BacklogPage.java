package dev.orderwright.backlog.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: how far it is, what it comes to, and what changes of which order.
 *
 * @param bodyUrl where the part of the page that changes is fetched again
 * @param applyUrl empty where nothing can be done of it
 * @param stopUrl empty where there is nothing to stop
 * @param note what is to be said first; empty for nothing
 * @param answer null until it was planned
 */
public record BacklogPage(
        String title,
        Chip state,
        String asked,
        String bodyUrl,
        boolean running,
        String doing,
        long done,
        long total,
        String progress,
        String applyUrl,
        String stopUrl,
        Tone tone,
        String note,
        @Nullable Answer answer) {

    /**
     * What it comes to.
     *
     * @param nodes parcels of each node before and after
     */
    public record Answer(List<Tile> tiles, Plot nodes, List<Row> rows, Pager pager) {}

    /** A figure. */
    public record Tile(String title, String value, String hint) {}

    /** What changes of an order. @param because why it was left as it is; empty where it was not */
    public record Row(
            String url,
            String number,
            List<String> moves,
            String shipments,
            String saved,
            Chip state,
            String because) {}
}
