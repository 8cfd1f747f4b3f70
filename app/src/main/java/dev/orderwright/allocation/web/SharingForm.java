package dev.orderwright.allocation.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.SharingWish;
import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.promising.SharingRule;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.web.FormInput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is typed on the page of a run.
 *
 * @param policies of the orders for which one was chosen, by their ids
 * @param seen the mark of what is on the screen
 */
record SharingForm(SharingRule rule, boolean tiers, Map<Long, SharingPolicy> policies, String seen, String reason) {

    /** Before the id of an order. */
    private static final String POLICY = "policy.";

    private static final String TOGETHER = "together";

    static SharingForm usual() {
        return new SharingForm(SharingRule.PROPORTIONAL, true, Map.of(), "", "");
    }

    /** @param form the fields as they came; policies that are none are left to {@code input}, which refuses them */
    static SharingForm typed(Map<String, String> form, FormInput input) {
        Map<Long, SharingPolicy> policies = new LinkedHashMap<>();
        for (String field : form.keySet()) {
            if (field.startsWith(POLICY) && !input.text(field).isEmpty()) {
                Optional<Long> order = Ids.parse(field.substring(POLICY.length()));
                order.ifPresent(
                        id -> policies.put(id, input.choice(field, SharingPolicy.class, SharingPolicy.REDISTRIBUTE)));
            }
        }
        return new SharingForm(
                input.choice("rule", SharingRule.class, SharingRule.PROPORTIONAL),
                !input.text("tiers").equals(TOGETHER),
                policies,
                input.text("seen"),
                input.text("reason"));
    }

    SharingWish wish(long itemId) {
        return new SharingWish(itemId, rule, tiers, policies, seen, reason);
    }

    /** The wish of somebody who only looks. */
    SharingWish look(long itemId) {
        return new SharingWish(itemId, rule, tiers, policies, null, "-");
    }

    Field ruleField() {
        Map<String, String> rules = new LinkedHashMap<>();
        for (SharingRule each : SharingRule.values()) {
            rules.put(each.name(), Texts.of(each));
        }
        return Field.select("rule", t("allocation.form.rule"), rule.name(), rules);
    }

    Field tiersField() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("urgent", t("allocation.form.urgentFirst"));
        choices.put(TOGETHER, t("allocation.form.together"));
        return Field.select("tiers", t("allocation.form.tiers"), tiers ? "urgent" : TOGETHER, choices);
    }

    /** @param inForce what the run does to the order */
    Field policyField(String orderId, String number, SharingPolicy inForce) {
        SharingPolicy chosen = policies.get(Long.valueOf(orderId));
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", chosen == null ? t("allocation.form.usual", Texts.of(inForce)) : t("allocation.form.asUsual"));
        Arrays.stream(SharingPolicy.values()).forEach(each -> choices.put(each.name(), Texts.of(each)));
        return Field.select(
                POLICY + orderId, t("allocation.form.policyOf", number), chosen == null ? "" : chosen.name(), choices);
    }
}
