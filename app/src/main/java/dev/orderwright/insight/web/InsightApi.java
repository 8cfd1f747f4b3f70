package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow;
import dev.orderwright.insight.Flow.DaysCounted;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well orders flow, for programs. */
@RestController
class InsightApi {

    private static final int DAYS_MAX = 366;
    private static final int STUCK_MAX = 500;

    private final Flow flow;
    private final Spans spans;

    InsightApi(Flow flow, Spans spans) {
        this.flow = flow;
        this.spans = spans;
    }

    /**
     * @param from the first day
     * @param to the last day
     * @param countedBackTo on or before this day figures are not complete yet; null when all days are counted
     * @param stages seconds from being placed to each stage
     */
    record FlowAnswer(
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate countedBackTo,
            Rates rates,
            List<StageAnswer> stages,
            List<Flow.Day> days) {}

    /** Seconds within which half, nine of ten and 99 of 100 orders reached a stage; exact to some 4 %. */
    record StageAnswer(String stage, long orders, long p50, long p90, long p99) {}

    record StuckAnswer(
            String order,
            String orderId,
            String channel,
            String state,
            long units,
            Instant since,
            @Nullable LocalDate shipOn,
            String reason) {}

    record StuckListAnswer(List<StuckAnswer> stuck) {}

    /**
     * Fill rates, cycle times and throughput of the orders placed on the last days, today included.
     *
     * @param days how many, 1 to 366
     * @param channel only orders of this channel
     * @param node only orders that were first released at this node
     */
    @GetMapping("/api/v1/insight/flow")
    @Requires("orders:read")
    @Operation(summary = "Fill rates, cycle times and throughput of the orders of the last days")
    FlowAnswer flow(
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String node) {
        if (days < 1 || days > DAYS_MAX) {
            throw ApiRefusal.badRequest(
                    Refusal.of("bad-filter", "days", t("insight.refusal.askForToDaysNot", DAYS_MAX, days)));
        }
        Span span = spans.of(days, channel.strip(), node.strip());
        return new FlowAnswer(
                span.from(),
                span.until().minusDays(1),
                countedBackTo(span),
                flow.rates(span),
                flow.stages(span).stream()
                        .map(stage -> new StageAnswer(
                                stage.stage(),
                                stage.orders(),
                                stage.median().toSeconds(),
                                stage.nineOfTen().toSeconds(),
                                stage.allButOneOfHundred().toSeconds()))
                        .toList(),
                flow.days(span));
    }

    private @Nullable LocalDate countedBackTo(Span span) {
        DaysCounted counted = flow.counted().orElse(null);
        if (counted != null && counted.isDone()) {
            return null;
        }
        return counted == null || counted.backTo() == null ? span.until() : counted.backTo();
    }

    /**
     * Units that are in a state for longer than is usual, the longest first, each with the reason.
     *
     * @param limit how many, 1 to 500
     */
    @GetMapping("/api/v1/insight/stuck")
    @Requires("orders:read")
    @Operation(summary = "Units that are in a state for longer than is usual")
    StuckListAnswer stuck(@RequestParam(defaultValue = "100") int limit) {
        return new StuckListAnswer(flow.stuck(Math.clamp(limit, 1, STUCK_MAX)).stream()
                .map(InsightApi::answer)
                .toList());
    }

    private static StuckAnswer answer(Stuck one) {
        return new StuckAnswer(
                one.orderNumber(),
                Long.toString(one.orderId()),
                one.channel(),
                one.state(),
                one.units(),
                one.since(),
                one.shipOn(),
                one.reason());
    }
}
