package dev.orderwright.orders.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * By what orders come before others, and who would come first.
 *
 * @param saveUrl empty for who may only look
 * @param notice that an older version is shown; empty for the latest
 * @param means the formula in words
 * @param channel field for a channel that is to have points of its own
 * @param tried whether the line is that of a formula that nothing goes by yet
 * @param line the beginning of the line under the formula that is shown
 */
public record PriorityPage(
        int version,
        String saveUrl,
        String notice,
        String means,
        List<Field> points,
        List<Field> channels,
        Field channel,
        Field channelPoints,
        Field why,
        List<Refusal> refusals,
        boolean tried,
        List<Row> line,
        List<Version> versions) {

    /**
     * An order of the line.
     *
     * @param before its place under the formula in force; empty where it is the same
     * @param sooner whether it comes sooner than by the formula in force
     */
    public record Row(
            String place,
            String before,
            boolean sooner,
            String number,
            String url,
            String points,
            List<KeyValue> parts) {}

    /** A version that was made. */
    public record Version(int version, String url, String at, String by, String why) {}
}
