package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Plot;
import java.util.List;

/** What the start page tells of how orders flow. */
public final class TodayFlowPage {

    private TodayFlowPage() {}

    /** @param figures of today, against yesterday */
    public record Throughput(Plot plot, List<KeyValue> figures) {}

    /**
     * The orders that came to their end.
     *
     * @param rate of those placed in the last seven days
     * @param parts what makes an order perfect
     */
    public record Perfect(String rate, Plot plot, List<KeyValue> parts) {}
}
