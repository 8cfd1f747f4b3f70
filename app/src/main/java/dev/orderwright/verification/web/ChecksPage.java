package dev.orderwright.verification.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/**
 * What each check does on which channel.
 *
 * @param saveUrl empty for who may only look
 * @param older the version that is shown when it is not the current one, else empty
 */
public record ChecksPage(
        int version,
        List<CheckGroup> groups,
        String saveUrl,
        String older,
        Field why,
        List<Refusal> refusals,
        List<Version> versions) {

    /**
     * A check.
     *
     * @param what it looks at
     * @param channel field for a channel that is to have a rule of its own
     */
    public record CheckGroup(String title, String what, List<RuleRow> rules, Field channel) {}

    /** A rule: the channel in words, what becomes of an order, and the limits. */
    public record RuleRow(String channel, Field verdict, List<Field> limits) {}

    /** A version that was made. */
    public record Version(int version, String url, String from, String by, String why) {}
}
