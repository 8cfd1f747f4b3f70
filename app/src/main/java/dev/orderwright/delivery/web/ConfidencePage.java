package dev.orderwright.delivery.web;

import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Plot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure the days are that are told.
 *
 * @param learned when, and from how many orders
 * @param few warns that shares say little; empty when they are of enough orders
 * @param figures how often the days would have held; empty while too little is known
 * @param months how often the day for four of five held, month by month
 */
public record ConfidencePage(
        String learned,
        String few,
        List<KeyValue> figures,
        @Nullable Plot months,
        List<LaneRow> lanes) {

    /**
     * Orders from one node to one country by one method.
     *
     * @param median within which half of them came
     * @param most within which four of five came
     * @param held how often the day that would have been told for four of five held
     */
    public record LaneRow(
            String node, String country, String method, String orders, String median, String most, String held) {}
}
