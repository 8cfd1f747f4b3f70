package dev.orderwright.allocation.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scarce item is shared out anew, or was.
 *
 * @param form null for a run that was made
 * @param body null where there is nothing to share
 * @param facts who made the run, when and why; empty before it is made
 */
public record SharingPage(
        String title,
        String description,
        @Nullable Form form,
        @Nullable Body body,
        List<KeyValue> facts,
        List<Refusal> refusals) {

    /** What is chosen before it is done. */
    public record Form(String url, Field rule, Field tiers, Field reason) {}

    /**
     * Who gains and who loses.
     *
     * @param mark tells this outcome from others
     * @param figures what it comes to
     * @param more how many orders are not shown, as a sentence; empty for none
     */
    public record Body(String mark, List<KeyValue> figures, List<Row> rows, String more, boolean choose) {}

    /**
     * One order.
     *
     * @param policy what is done to it, in words
     * @param choice null where nothing can be chosen
     * @param short_ says how much less it got than it was meant to; empty where it got that
     * @param tone {@code good} who gains, {@code bad} who loses
     */
    public record Row(
            String order,
            String url,
            String channel,
            String priority,
            String policy,
            @Nullable Field choice,
            Bar bar,
            String wants,
            String before,
            String got,
            String difference,
            String tone,
            String short_) {}

    /** How well an order is served, in percent of what it wants. */
    public record Bar(String sentence, List<Segment> segments) {}

    /** @param css {@code share-kept}, {@code share-gained}, {@code share-lost} or {@code share-lacks} */
    public record Segment(String css, String x, String width) {}
}
