package dev.orderwright.verification.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Limit;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * The policy as it was typed: {@code verdict.CHECK.channel} and {@code limit.NAME.CHECK.channel} for each rule, and
 * {@code new.CHECK} with a channel that is to have a rule of its own, which begins as that of all others.
 */
record PolicyForm(int version, List<Rule> rules, String why, List<Refusal> refusals) {

    static final String VERDICT = "verdict.";
    static final String NEW = "new.";
    /** The rule of a channel goes: it is as all others again. */
    static final String AS_ALL = "AS_ALL";

    private static final String LIMIT = "limit.";

    static String key(Rule rule) {
        return rule.check() + "." + rule.channel();
    }

    static String limit(Limit limit, String key) {
        return LIMIT + limit + "." + key;
    }

    static PolicyForm of(MultiValueMap<String, String> form) {
        List<Rule> rules = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        form.forEach((name, values) -> {
            if (name.startsWith(VERDICT)) {
                String key = name.substring(VERDICT.length());
                String[] parts = key.split("\\.", 2);
                Optional<Check> check = named(Check.values(), parts[0]);
                Optional<Verdict> verdict = named(Verdict.values(), values.getFirst());
                if (check.isPresent() && verdict.isPresent() && parts.length == 2) {
                    rules.add(new Rule(check.get(), parts[1], verdict.get(), limits(check.get(), key, form, refusals)));
                }
            }
        });
        for (Check check : Check.values()) {
            String channel = text(form, NEW + check);
            if (!channel.isEmpty()) {
                rules.add(rules.stream()
                        .filter(rule -> rule.check() == check && rule.channel().isEmpty())
                        .findFirst()
                        .map(all -> new Rule(check, channel, all.verdict(), all.limits()))
                        .orElse(new Rule(check, channel, Verdict.WARN, Map.of())));
            }
        }
        return new PolicyForm(
                number(text(form, "version")).orElse(-1L).intValue(), List.copyOf(rules), text(form, "why"), refusals);
    }

    private static Map<Limit, Long> limits(
            Check check, String key, MultiValueMap<String, String> form, List<Refusal> refusals) {
        Map<Limit, Long> limits = new EnumMap<>(Limit.class);
        for (Limit limit : check.limits()) {
            String field = limit(limit, key);
            number(text(form, field))
                    .ifPresentOrElse(
                            value -> limits.put(limit, value),
                            () -> refusals.add(Refusal.of(
                                    "bad-limit",
                                    field,
                                    t("verification.refusal.limitBetween", limit.min(), limit.max()))));
        }
        return limits;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
