package dev.orderwright.verification;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.verification.Policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The versions of the policy: what each check does on which channel. */
@Component
public class Policies {

    private static final int RULES_MAX = 500;
    private static final int WHY_MAX = 500;
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Made FIRST = new Made(Policy.FIRST, "", "system:setup", Instant.EPOCH);

    private final PolicyStore store;
    private final Commands commands;

    Policies(PolicyStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    /**
     * A version with who made it.
     *
     * @param why in the words of who made it
     * @param by {@code user:ann}
     */
    public record Made(Policy policy, String why, String by, Instant at) {}

    /**
     * What somebody wants the policy to be.
     *
     * @param seen the version that was on the screen, so that nobody undoes what somebody else has just said
     * @param rules all of them; a check without a rule lets everything pass
     */
    public record Wish(int seen, List<Rule> rules, String why) {}

    /** By which an order goes that is placed at that moment. */
    public Made at(Instant at) {
        return store.at(at).orElse(FIRST);
    }

    /** The latest versions, the newest first; the one with which the program began is the last. */
    public List<Made> latest(int limit) {
        List<Made> made = new ArrayList<>(store.latest(limit));
        if (made.size() < limit) {
            made.add(FIRST);
        }
        return made;
    }

    public Optional<Made> byVersion(int version) {
        return version == 0 ? Optional.of(FIRST) : store.byVersion(version);
    }

    /** Makes the next version, by which all orders go from now on. */
    public Outcome<Made> make(Cause cause, Wish wish) {
        return commands.once(cause, "make-verification-policy", wish, Made.class, run -> make(run, wish));
    }

    private Outcome<Made> make(Run run, Wish wish) {
        List<Refusal> refusals = refusals(wish);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int current = latest(1).getFirst().policy().version();
        Made made = new Made(
                new Policy(
                        current + 1,
                        run.at(),
                        wish.rules().stream().map(Policies::whole).toList()),
                wish.why().strip(),
                run.actor().code(),
                run.at());
        if (wish.seen() != current || !store.insert(made)) {
            return Outcome.refused(List.of(
                    Refusal.of("stale-version", "version", t("verification.refusal.somebodyElseHasChanged", current))));
        }
        run.fact(new Fact(
                "verification-policy",
                made.policy().version(),
                "VerificationPolicyMade",
                Facts.data(
                        "version",
                        made.policy().version(),
                        "why",
                        made.why(),
                        "rules",
                        made.policy().rules())));
        return Outcome.done(made);
    }

    /** With the limits of its check and no others. */
    private static Rule whole(Rule rule) {
        Map<Limit, Long> limits = new EnumMap<>(Limit.class);
        rule.check()
                .limits()
                .forEach(limit -> limits.put(
                        limit,
                        Objects.requireNonNull(rule.limits()
                                .getOrDefault(limit, rule.check().usual().get(limit)))));
        return new Rule(rule.check(), rule.channel(), rule.verdict(), limits);
    }

    private static List<Refusal> refusals(Wish wish) {
        List<Refusal> refusals = new ArrayList<>();
        if (wish.why().isBlank() || wish.why().length() > WHY_MAX) {
            refusals.add(Refusal.of("missing-reason", "why", t("verification.refusal.sayWhy", WHY_MAX)));
        }
        if (wish.rules().size() > RULES_MAX) {
            refusals.add(Refusal.of("too-many-rules", "rules", t("verification.refusal.atMostRules", RULES_MAX)));
            return refusals;
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < wish.rules().size(); i++) {
            Rule rule = wish.rules().get(i);
            String field = "rules[" + i + "]";
            if (!rule.channel().equals(Policy.ANY_CHANNEL)
                    && !CHANNEL.matcher(rule.channel()).matches()) {
                refusals.add(Refusal.of(
                        "bad-channel", field + ".channel", t("verification.refusal.isNoChannel", rule.channel())));
            }
            if (!known.add(rule.check() + " " + rule.channel())) {
                refusals.add(Refusal.of("rule-twice", field, t("verification.refusal.ruleTwice", rule.channel())));
            }
            rule.limits().forEach((limit, value) -> {
                if (value < limit.min() || value > limit.max()) {
                    refusals.add(Refusal.of(
                            "bad-limit",
                            field + ".limits." + limit,
                            t("verification.refusal.limitBetween", limit.min(), limit.max())));
                }
            });
        }
        return refusals;
    }
}
