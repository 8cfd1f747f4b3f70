package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.Priorities;
import dev.orderwright.orders.Priorities.Made;
import dev.orderwright.orders.PriorityFormula;
import dev.orderwright.orders.Standing;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes first, for programs. */
@RestController
@RequestMapping("/api/v1/priorities")
class PriorityApi {

    private static final int VERSIONS = 20;

    private final Priorities priorities;
    private final OrderQueries queries;
    private final InstantSource clock;

    PriorityApi(Priorities priorities, OrderQueries queries, InstantSource clock) {
        this.priorities = priorities;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What the formula is to be; what is left out gives no points.
     *
     * @param version the latest that was read before, so that nobody undoes what somebody else has just said
     */
    record PriorityInput(
            int version,
            @Nullable Integer priority,
            @Nullable Integer day,
            @Nullable Integer age,
            @Nullable Integer value,
            @Nullable Integer valueMax,
            @Nullable Map<String, Integer> channels,
            @Nullable String why) {

        Priorities.Wish wish() {
            Map<String, Integer> points = new TreeMap<>();
            Objects.requireNonNullElse(channels, Map.<String, Integer>of())
                    .forEach((channel, given) -> points.put(channel, Objects.requireNonNullElse(given, 0)));
            return new Priorities.Wish(
                    version,
                    new PriorityFormula(0, or0(priority), or0(day), or0(age), or0(value), or0(valueMax), points),
                    Objects.requireNonNullElse(why, ""));
        }

        private static int or0(@Nullable Integer points) {
            return Objects.requireNonNullElse(points, 0);
        }
    }

    /**
     * A version of the formula, in points.
     *
     * @param priority for each step of priority
     * @param day for each day after the promised one, and taken off for each day before it
     * @param age for each day since the order was placed
     * @param value for each 100 of the order's currency
     * @param valueMax that value gives at most
     */
    record PriorityAnswer(
            int version,
            int priority,
            int day,
            int age,
            int value,
            int valueMax,
            Map<String, Integer> channels,
            String why,
            String madeBy) {

        static PriorityAnswer of(Made made) {
            PriorityFormula formula = made.formula();
            return new PriorityAnswer(
                    formula.version(),
                    formula.priority(),
                    formula.day(),
                    formula.age(),
                    formula.value(),
                    formula.valueMax(),
                    new TreeMap<>(formula.channels()),
                    made.why(),
                    made.by());
        }
    }

    /** @param formulas the newest first */
    record PrioritiesAnswer(List<PriorityAnswer> formulas) {}

    /** What gives how many points; below 0 for a day that is still to come. */
    record PointsOf(String part, long points) {}

    /**
     * What an order counts now.
     *
     * @param formula its version
     */
    record PointsAnswer(String order, int formula, long points, List<PointsOf> parts) {}

    @GetMapping("/current")
    @Requires("orders:read")
    @Operation(summary = "By what orders come before others")
    PriorityAnswer current() {
        return PriorityAnswer.of(priorities.latest(1).getFirst());
    }

    @GetMapping
    @Requires("orders:read")
    @Operation(summary = "The latest versions of the priority formula, the newest first")
    PrioritiesAnswer latest() {
        return new PrioritiesAnswer(
                priorities.latest(VERSIONS).stream().map(PriorityAnswer::of).toList());
    }

    @GetMapping("/orders/{order}")
    @Requires("orders:read")
    @Operation(summary = "What an order counts by the priority formula, and what gives it how many points")
    PointsAnswer points(@Parameter(description = "Its number or id") @PathVariable String order) {
        OrderHead head = queries.head(order).orElseThrow(() -> ApiRefusal.notFound(t("orders.refusal.order", order)));
        PriorityFormula formula = priorities.current();
        Standing standing = Standing.of(head);
        return new PointsAnswer(
                head.number(),
                formula.version(),
                formula.points(standing, clock.instant()),
                formula.parts(standing, clock.instant()).stream()
                        .map(given -> new PointsOf(given.part().name(), given.points()))
                        .toList());
    }

    @PostMapping
    @Requires("priority:write")
    @Operation(
            summary = "Say by what orders come before others",
            description = "Makes the next version; every line and list goes by it within seconds.")
    PriorityAnswer make(@RequestBody PriorityInput input, Cause cause) {
        return PriorityAnswer.of(ApiRefusal.orThrow(priorities.make(cause, input.wish())));
    }
}
