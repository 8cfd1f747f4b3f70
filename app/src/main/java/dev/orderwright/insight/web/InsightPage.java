package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * How well orders flow.
 *
 * @param span the days, kept by the filters
 * @param counting what is to be known about days that are not counted yet; empty for nothing
 * @param empty whether no order was placed on these days
 * @param perfect the parts of a perfect order
 * @param limits how long units may be in a state before they stand here
 */
public record InsightPage(
        List<Tab> tabs,
        String span,
        List<Field> filters,
        String clearUrl,
        String counting,
        boolean empty,
        List<Figure> figures,
        Plot throughput,
        List<StageRow> stages,
        Plot stagePlot,
        List<KeyValue> perfect,
        List<StuckRow> stuck,
        String moreStuck,
        List<KeyValue> limits) {

    /** A number and the rows behind it. */
    public record Figure(String title, String value, String hint, String url) {}

    /** How long it takes to get to a stage. */
    public record StageRow(String stage, String orders, String median, String nineOfTen, String allButOneOfHundred) {}

    /** Units that stand still. */
    public record StuckRow(
            String order,
            String url,
            String channel,
            Chip state,
            String age,
            String since,
            String units,
            String node,
            String reason) {}
}
