package dev.orderwright.promising;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies.Wish;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sourcing strategy may be. */
final class StrategyRules {

    private static final int RULES_MAX = 100;
    private static final int TEXT_MAX = 500;
    private static final int NAME_MAX = 80;
    private static final int WEIGHT_MAX = 1_000;
    private static final int SHIPMENTS_MAX = 100;
    /** A thousand pounds: above any parcel, and far from what sums could not hold. */
    private static final long AMOUNT_MAX = 100_000;

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private StrategyRules() {}

    static List<Refusal> refusals(Wish wish, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        Instant from = wish.from();
        if (from != null && from.isBefore(now)) {
            refusals.add(Refusal.of("past-date", "from", t("promising.refusal.fromNowOn")));
        }
        if (wish.why().isBlank() || wish.why().length() > TEXT_MAX) {
            refusals.add(Refusal.of("missing-reason", "why", t("promising.refusal.sayWhy", TEXT_MAX)));
        }
        if (wish.rules().size() > RULES_MAX) {
            refusals.add(Refusal.of("too-many-rules", "rules", t("promising.refusal.atMostRules", RULES_MAX)));
            return refusals;
        }
        Set<String> channels = new HashSet<>();
        for (int i = 0; i < wish.rules().size(); i++) {
            Rule rule = wish.rules().get(i);
            String field = "rules[" + i + "].";
            if (!rule.channel().equals(SourcingStrategy.ANY_CHANNEL)
                    && !CHANNEL.matcher(rule.channel()).matches()) {
                refusals.add(Refusal.of(
                        "bad-channel", field + "channel", t("promising.refusal.isNoChannel", rule.channel())));
            }
            if (!channels.add(rule.channel())) {
                refusals.add(
                        Refusal.of("rule-twice", field + "channel", t("promising.refusal.ruleTwice", rule.channel())));
            }
            numbers(rule, field, refusals);
        }
        return refusals;
    }

    private static void numbers(Rule rule, String field, List<Refusal> refusals) {
        if (rule.name().length() > NAME_MAX) {
            refusals.add(Refusal.of("too-long", field + "name", t("promising.refusal.nameAtMost", NAME_MAX)));
        }
        rule.weights().forEach((part, weight) -> {
            if (!SourcingStrategy.PARTS.contains(part)) {
                refusals.add(Refusal.of(
                        "unknown-part", field + "weights." + part, t("promising.refusal.partIsNotKnown", part)));
            }
            between(weight, WEIGHT_MAX, field + "weights." + part, refusals);
        });
        between(rule.splitPenalty(), AMOUNT_MAX, field + "splitPenalty", refusals);
        between(rule.latePerDay(), AMOUNT_MAX, field + "latePerDay", refusals);
        between(rule.handlingPerShipment(), AMOUNT_MAX, field + "handlingPerShipment", refusals);
        between(rule.shipmentsMax(), SHIPMENTS_MAX, field + "shipmentsMax", refusals);
    }

    private static void between(long value, long max, String field, List<Refusal> refusals) {
        if (value < 0 || value > max) {
            refusals.add(Refusal.of("bad-number", field, t("promising.refusal.numberBetween", 0, max)));
        }
    }
}
