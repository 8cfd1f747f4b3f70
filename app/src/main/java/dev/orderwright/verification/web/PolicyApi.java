package dev.orderwright.verification.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Limit;
import dev.orderwright.verification.Policies;
import dev.orderwright.verification.Policies.Made;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy of the checks, for programs. */
@RestController
@RequestMapping("/api/v1/verification/policies")
class PolicyApi {

    private final Policies policies;
    private final InstantSource clock;

    PolicyApi(Policies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param channel empty for every channel that has no rule of its own
     * @param verdict {@code PASS}, {@code WARN}, {@code HOLD} or {@code REJECT}
     * @param limits what the check goes by; those that are left out are as usual
     */
    record RuleInput(
            @Nullable String check,
            @Nullable String channel,
            @Nullable String verdict,
            @Nullable Map<String, Long> limits) {}

    /**
     * @param version that was read before, so that nobody undoes what somebody else has just said
     * @param rules all of them; what has no rule passes
     */
    record PolicyInput(
            int version,
            @Nullable List<RuleInput> rules,
            @Nullable String why) {}

    /** @param limits by name */
    record RuleAnswer(String check, String channel, String verdict, Map<String, Long> limits) {

        static RuleAnswer of(Rule rule) {
            Map<String, Long> limits = new LinkedHashMap<>();
            Arrays.stream(Limit.values())
                    .forEach(limit -> Optional.ofNullable(rule.limits().get(limit))
                            .ifPresent(value -> limits.put(limit.name(), value)));
            return new RuleAnswer(
                    rule.check().name(), rule.channel(), rule.verdict().name(), limits);
        }
    }

    /** @param validFrom orders placed from then on go by it */
    record PolicyAnswer(int version, Instant validFrom, List<RuleAnswer> rules, String why, String madeBy) {

        static PolicyAnswer of(Made made) {
            return new PolicyAnswer(
                    made.policy().version(),
                    made.policy().validFrom(),
                    made.policy().rules().stream().map(RuleAnswer::of).toList(),
                    made.why(),
                    made.by());
        }
    }

    @GetMapping("/current")
    @Requires("orders:read")
    @Operation(summary = "What each check does on which channel")
    PolicyAnswer current() {
        return PolicyAnswer.of(policies.at(clock.instant()));
    }

    @PostMapping
    @Requires("checks:write")
    @Operation(
            summary = "Say what each check does from now on",
            description = "Makes the next version; orders that were placed before keep theirs.")
    PolicyAnswer make(@RequestBody PolicyInput input, Cause cause) {
        return PolicyAnswer.of(ApiRefusal.orThrow(policies.make(
                cause,
                new Policies.Wish(
                        input.version(), rules(input.rules()), Objects.requireNonNullElse(input.why(), "")))));
    }

    private static List<Rule> rules(@Nullable List<RuleInput> given) {
        List<Rule> rules = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<RuleInput> inputs = Objects.requireNonNullElse(given, List.of());
        for (int i = 0; i < inputs.size(); i++) {
            String field = "rules[" + i + "].";
            RuleInput input = inputs.get(i);
            Optional<Check> check = named(Check.values(), input.check(), field + "check", refusals);
            Optional<Verdict> verdict = named(Verdict.values(), input.verdict(), field + "verdict", refusals);
            Map<Limit, Long> limits = new LinkedHashMap<>();
            Objects.requireNonNullElse(input.limits(), Map.<String, Long>of())
                    .forEach((name, value) -> named(Limit.values(), name, field + "limits." + name, refusals)
                            .ifPresent(limit -> limits.put(limit, value)));
            if (check.isPresent() && verdict.isPresent()) {
                rules.add(
                        new Rule(check.get(), Objects.requireNonNullElse(input.channel(), ""), verdict.get(), limits));
            }
        }
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
        return rules;
    }

    private static <E extends Enum<E>> Optional<E> named(
            E[] all, @Nullable String name, String field, List<Refusal> refusals) {
        Optional<E> found =
                Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            refusals.add(
                    Refusal.of("unknown-name", field, t("verification.refusal.oneOf", name, Arrays.toString(all))));
        }
        return found;
    }
}
