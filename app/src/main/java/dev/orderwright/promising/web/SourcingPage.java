package dev.orderwright.promising.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/**
 * By what the nodes of an order are chosen on which channel.
 *
 * @param saveUrl empty for who may only look
 * @param notice what is to be known of the version that is shown: that it is an older one, or that another will follow
 * @param tryUrl where the version that is shown is tried out on orders of the past; empty for who may not
 * @param channel field for a channel that is to have a rule of its own
 * @param from field for the day from which it holds
 */
public record SourcingPage(
        int version,
        List<RuleCard> rules,
        String saveUrl,
        String notice,
        String tryUrl,
        Field channel,
        Field from,
        Field why,
        List<Refusal> refusals,
        List<Version> versions) {

    /**
     * The rule of a channel.
     *
     * @param index its place in the form
     * @param title the channel in words
     * @param means what follows from it, in sentences
     */
    public record RuleCard(int index, String channel, String title, List<String> means, List<Field> fields) {}

    /** A version that was made. */
    public record Version(int version, String url, String from, String by, String why) {}
}
