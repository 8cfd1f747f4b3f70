package dev.orderwright.promising.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.Strategies.Made;
import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sourcing strategy, for programs. */
@RestController
@RequestMapping("/api/v1/sourcing/strategies")
class StrategyApi {

    private static final int VERSIONS = 20;
    private static final int IN_FULL = 100;

    private final Strategies strategies;
    private final InstantSource clock;

    StrategyApi(Strategies strategies, InstantSource clock) {
        this.strategies = strategies;
        this.clock = clock;
    }

    /**
     * @param channel empty for every channel that has no rule of its own
     * @param weights by part of the cost, in percent; what is left out counts in full
     */
    record StrategyRuleInput(
            @Nullable String channel,
            @Nullable String name,
            @Nullable String aim,
            @Nullable Map<String, Integer> weights,
            @Nullable Long splitPenaltyMinor,
            @Nullable Long latePerDayMinor,
            @Nullable Long handlingPerShipmentMinor,
            @Nullable String splitting,
            @Nullable Integer shipmentsMax) {}

    /**
     * @param version the latest that was read before, so that nobody undoes what somebody else has just said
     * @param from left out for now
     * @param rules all of them
     * @param draft true when nothing is to go by it yet
     */
    record StrategyInput(
            int version,
            @Nullable Instant from,
            @Nullable List<StrategyRuleInput> rules,
            @Nullable String why,
            @Nullable Boolean draft) {}

    /** @param weights by part of the cost, in percent */
    record StrategyRuleAnswer(
            String channel,
            String name,
            String aim,
            Map<String, Integer> weights,
            long splitPenaltyMinor,
            long latePerDayMinor,
            long handlingPerShipmentMinor,
            String splitting,
            int shipmentsMax) {

        static StrategyRuleAnswer of(Rule rule) {
            Map<String, Integer> weights = new TreeMap<>();
            SourcingStrategy.PARTS.forEach(part -> weights.put(part.name(), rule.weight(part)));
            return new StrategyRuleAnswer(
                    rule.channel(),
                    rule.name(),
                    rule.aim().name(),
                    weights,
                    rule.splitPenalty(),
                    rule.latePerDay(),
                    rule.handlingPerShipment(),
                    rule.splitting().name(),
                    rule.shipmentsMax());
        }
    }

    /** @param validFrom orders that are planned from then on go by it; null for a draft */
    record StrategyAnswer(
            int version,
            @Nullable Instant validFrom,
            boolean draft,
            List<StrategyRuleAnswer> rules,
            String why,
            String madeBy) {

        static StrategyAnswer of(Made made) {
            return new StrategyAnswer(
                    made.strategy().version(),
                    made.strategy().isDraft() ? null : made.strategy().validFrom(),
                    made.strategy().isDraft(),
                    made.strategy().rules().stream().map(StrategyRuleAnswer::of).toList(),
                    made.why(),
                    made.by());
        }
    }

    /** @param strategies the newest first */
    record StrategiesAnswer(List<StrategyAnswer> strategies) {}

    @GetMapping("/current")
    @Requires("orders:read")
    @Operation(summary = "By what the nodes of orders are chosen on which channel")
    StrategyAnswer current() {
        return StrategyAnswer.of(strategies.at(clock.instant()));
    }

    @GetMapping
    @Requires("orders:read")
    @Operation(summary = "The latest versions of the sourcing strategy, the newest first")
    StrategiesAnswer latest() {
        return new StrategiesAnswer(
                strategies.latest(VERSIONS).stream().map(StrategyAnswer::of).toList());
    }

    @PostMapping
    @Requires("sourcing:write")
    @Operation(
            summary = "Say by what the nodes of orders are chosen",
            description = "Makes the next version; what was planned before stays as it was.")
    StrategyAnswer make(@RequestBody StrategyInput input, Cause cause) {
        return StrategyAnswer.of(ApiRefusal.orThrow(strategies.make(
                cause,
                new Strategies.Wish(
                        input.version(),
                        input.from(),
                        rules(input.rules()),
                        Objects.requireNonNullElse(input.why(), ""),
                        Boolean.TRUE.equals(input.draft())))));
    }

    private static List<Rule> rules(@Nullable List<StrategyRuleInput> given) {
        List<Rule> rules = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<StrategyRuleInput> inputs = Objects.requireNonNullElse(given, List.of());
        for (int i = 0; i < inputs.size(); i++) {
            rule(inputs.get(i), "rules[" + i + "].", refusals).ifPresent(rules::add);
        }
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
        return rules;
    }

    private static Optional<Rule> rule(StrategyRuleInput input, String field, List<Refusal> refusals) {
        Optional<Aim> aim = named(Aim.values(), input.aim(), field + "aim", refusals);
        String split = Objects.requireNonNullElse(input.splitting(), Splitting.PER_QUANTITY.name());
        Optional<Splitting> splitting = named(Splitting.values(), split, field + "splitting", refusals);
        Map<CostPart, Integer> weights = new TreeMap<>();
        Objects.requireNonNullElse(input.weights(), Map.<String, Integer>of())
                .forEach((name, weight) -> named(CostPart.values(), name, field + "weights." + name, refusals)
                        .ifPresent(part -> weights.put(part, Objects.requireNonNullElse(weight, IN_FULL))));
        if (aim.isEmpty() || splitting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                Objects.requireNonNullElse(input.channel(), SourcingStrategy.ANY_CHANNEL),
                Objects.requireNonNullElse(input.name(), "").strip(),
                aim.get(),
                weights,
                Objects.requireNonNullElse(input.splitPenaltyMinor(), 0L),
                Objects.requireNonNullElse(input.latePerDayMinor(), 0L),
                Objects.requireNonNullElse(input.handlingPerShipmentMinor(), 0L),
                splitting.get(),
                Objects.requireNonNullElse(input.shipmentsMax(), 0)));
    }

    private static <E extends Enum<E>> Optional<E> named(
            E[] all, @Nullable String name, String field, List<Refusal> refusals) {
        Optional<E> found =
                Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            refusals.add(Refusal.of(
                    "unknown-name",
                    field,
                    t("promising.refusal.oneOf", Objects.requireNonNullElse(name, ""), Arrays.toString(all))));
        }
        return found;
    }
}
