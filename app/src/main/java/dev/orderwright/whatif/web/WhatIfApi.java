package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.whatif.WhatIfResult;
import dev.orderwright.whatif.WhatIfRun;
import dev.orderwright.whatif.WhatIfWish;
import dev.orderwright.whatif.WhatIfs;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What would have been, for programs. */
@RestController
@RequestMapping("/api/v1/sourcing/what-if")
class WhatIfApi {

    private static final int ROWS = 50;

    private final WhatIfs whatIfs;

    WhatIfApi(WhatIfs whatIfs) {
        this.whatIfs = whatIfs;
    }

    /**
     * @param until exclusive
     * @param channel left out for all
     * @param base the version to compare with; left out for those that were in force
     * @param test the version that is tried out
     */
    record WhatIfInput(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String channel,
            @Nullable Integer base,
            @Nullable Integer test) {}

    /** @param result null until the state is DONE */
    record WhatIfAnswer(
            String id,
            String state,
            Instant from,
            Instant until,
            @Nullable String channel,
            @Nullable Integer base,
            int test,
            int done,
            int total,
            Instant askedAt,
            String askedBy,
            @Nullable WhatIfResult result) {

        static WhatIfAnswer of(WhatIfRun run) {
            WhatIfWish wish = run.wish();
            return new WhatIfAnswer(
                    Long.toString(run.id()),
                    run.state().name(),
                    wish.from(),
                    wish.until(),
                    wish.channel(),
                    wish.base(),
                    wish.test(),
                    run.done(),
                    run.total(),
                    run.askedAt(),
                    run.actor().code(),
                    run.result());
        }
    }

    /** @param runs without their results, the newest first */
    record WhatIfListAnswer(
            List<WhatIfAnswer> runs, @Nullable String next) {}

    /** The run that was begun, or stopped. */
    record WhatIfAskedAnswer(String id) {

        static WhatIfAskedAnswer of(WhatIfs.Asked asked) {
            return new WhatIfAskedAnswer(Long.toString(asked.runId()));
        }
    }

    @PostMapping
    @Requires("sourcing:write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Play orders of the past again under another version of the sourcing strategy",
            description = "Begins a run in the background. It only reads; ask for the run until its state is DONE.")
    WhatIfAskedAnswer ask(@RequestBody WhatIfInput input, Cause cause) {
        List<Refusal> refusals = new ArrayList<>();
        Instant from = input.from();
        Instant until = input.until();
        Integer test = input.test();
        if (from == null) {
            refusals.add(Refusal.of("missing-date", "from", t("whatif.refusal.firstDay")));
        }
        if (until == null) {
            refusals.add(Refusal.of("missing-date", "until", t("whatif.refusal.lastDay")));
        }
        if (test == null) {
            refusals.add(Refusal.of("unknown-version", "test", t("whatif.refusal.whichVersion")));
        }
        if (from == null || until == null || test == null) {
            throw ApiRefusal.of(refusals);
        }
        WhatIfWish wish = new WhatIfWish(from, until, input.channel(), input.base(), test);
        return WhatIfAskedAnswer.of(ApiRefusal.orThrow(whatIfs.ask(cause, wish)));
    }

    @GetMapping
    @Requires("orders:read")
    @Operation(summary = "Runs that were asked for, the newest first")
    WhatIfListAnswer list(@RequestParam(required = false) @Nullable String cursor) {
        Page<WhatIfRun> page = whatIfs.list(cursor, ROWS);
        return new WhatIfListAnswer(page.items().stream().map(WhatIfAnswer::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Requires("orders:read")
    @Operation(summary = "A run with its result: what both versions would have cost, how late and from where")
    WhatIfAnswer one(@PathVariable long id) {
        return whatIfs.find(id)
                .map(WhatIfAnswer::of)
                .orElseThrow(() -> ApiRefusal.notFound(t("whatif.refusal.noSuchRun")));
    }

    @PostMapping("/{id}/stop")
    @Requires("sourcing:write")
    @Operation(summary = "End a run before it is done")
    WhatIfAskedAnswer stop(@PathVariable long id, Cause cause) {
        return WhatIfAskedAnswer.of(ApiRefusal.orThrow(whatIfs.stop(cause, id)));
    }
}
