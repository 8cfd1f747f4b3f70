package dev.orderwright.backlog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.backlog.BacklogChange;
import dev.orderwright.backlog.BacklogRun;
import dev.orderwright.backlog.BacklogRuns;
import dev.orderwright.backlog.StaysBecause;
import dev.orderwright.promising.BacklogPlan.Figures;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backlog sourced anew, for programs. */
@RestController
@RequestMapping("/api/v1/backlog/runs")
class BacklogApi {

    private static final int ROWS = 50;
    private static final int ORDERS = 200;

    private final BacklogRuns runs;

    BacklogApi(BacklogRuns runs) {
        this.runs = runs;
    }

    /** How many parcels leave a node. */
    record BacklogLoadAnswer(String node, long before, long after) {}

    /**
     * What a run comes to.
     *
     * @param costBeforeMinor carriage of all, by the tariff
     * @param finished false when the search was broken off before its end
     */
    record BacklogFiguresAnswer(
            long orders,
            long lines,
            long changed,
            long shipmentsBefore,
            long shipmentsAfter,
            long costBeforeMinor,
            long costAfterMinor,
            boolean finished,
            List<BacklogLoadAnswer> nodes) {

        static BacklogFiguresAnswer of(Figures figures) {
            return new BacklogFiguresAnswer(
                    figures.orders(),
                    figures.lines(),
                    figures.changed(),
                    figures.shipmentsBefore(),
                    figures.shipmentsAfter(),
                    figures.costBefore(),
                    figures.costAfter(),
                    figures.finished(),
                    figures.loads().stream()
                            .map(load -> new BacklogLoadAnswer(load.node(), load.before(), load.after()))
                            .toList());
        }
    }

    /**
     * A run.
     *
     * @param figures null until it was planned
     * @param moved orders of which units were moved
     * @param left orders that were left as they are
     */
    record BacklogRunAnswer(
            String id,
            String state,
            int done,
            int total,
            String problem,
            Instant askedAt,
            String askedBy,
            @Nullable String appliedBy,
            long moved,
            long left,
            @Nullable BacklogFiguresAnswer figures) {

        static BacklogRunAnswer of(BacklogRun run, BacklogRuns.Done done) {
            Figures figures = run.figures();
            return new BacklogRunAnswer(
                    Long.toString(run.id()),
                    run.state().name(),
                    run.done(),
                    run.total(),
                    run.problem(),
                    run.askedAt(),
                    run.actor().code(),
                    run.appliedBy() == null ? null : run.appliedBy().code(),
                    done.moved(),
                    done.left(),
                    figures == null ? null : BacklogFiguresAnswer.of(figures));
        }
    }

    /** The newest first. */
    record BacklogRunsAnswer(
            List<BacklogRunAnswer> runs, @Nullable String next) {}

    /** Units of a line that go to another node. */
    record BacklogMoveAnswer(int line, long units, String itemId, String fromNodeId, String toNodeId) {}

    /** What changes of an order. @param leftBecause null where it was not left as it is */
    record BacklogChangeAnswer(
            String orderId,
            String number,
            int step,
            String state,
            @Nullable String leftBecause,
            int shipmentsBefore,
            int shipmentsAfter,
            long costBeforeMinor,
            long costAfterMinor,
            List<BacklogMoveAnswer> moves) {

        static BacklogChangeAnswer of(BacklogChange change) {
            StaysBecause because = change.leftBecause();
            return new BacklogChangeAnswer(
                    Long.toString(change.orderId()),
                    change.number(),
                    change.step(),
                    change.state().name(),
                    because == null ? null : because.name(),
                    change.shipmentsBefore(),
                    change.shipmentsAfter(),
                    change.costBefore(),
                    change.costAfter(),
                    change.moves().stream()
                            .map(move -> new BacklogMoveAnswer(
                                    move.lineNo(),
                                    move.quantity(),
                                    Long.toString(move.itemId()),
                                    Long.toString(move.fromNode()),
                                    Long.toString(move.toNode())))
                            .toList());
        }
    }

    /** In the order in which it is done. */
    record BacklogChangesAnswer(
            List<BacklogChangeAnswer> orders, @Nullable String next) {}

    /** The run that was begun, is done now, or was stopped. */
    record BacklogAskedAnswer(String id) {

        static BacklogAskedAnswer of(BacklogRuns.Asked asked) {
            return new BacklogAskedAnswer(Long.toString(asked.runId()));
        }
    }

    @PostMapping
    @Requires("allocation:write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Look how all that is not released could be sourced better",
            description =
                    "Begins a run in the background. It changes nothing; ask for the run until its state is READY,"
                            + " then have it applied.")
    BacklogAskedAnswer ask(Cause cause) {
        return BacklogAskedAnswer.of(ApiRefusal.orThrow(runs.ask(cause)));
    }

    @GetMapping
    @Requires("orders:read")
    @Operation(summary = "Runs that source the backlog anew, the newest first")
    BacklogRunsAnswer list(@RequestParam(required = false) @Nullable String cursor) {
        Page<BacklogRun> page = runs.list(cursor, ROWS);
        return new BacklogRunsAnswer(
                page.items().stream()
                        .map(run -> BacklogRunAnswer.of(run, runs.done(run.id())))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    @Requires("orders:read")
    @Operation(summary = "A run: how far it is, what it comes to, and what was done of it")
    BacklogRunAnswer one(@PathVariable long id) {
        return runs.find(id)
                .map(run -> BacklogRunAnswer.of(run, runs.done(id)))
                .orElseThrow(() -> ApiRefusal.notFound(t("backlog.refusal.noSuchRun")));
    }

    @GetMapping("/{id}/orders")
    @Requires("orders:read")
    @Operation(summary = "What changes of each order in a run, in the order in which it is done")
    BacklogChangesAnswer orders(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (runs.find(id).isEmpty()) {
            throw ApiRefusal.notFound(t("backlog.refusal.noSuchRun"));
        }
        Page<BacklogChange> page = runs.changes(id, cursor, ORDERS);
        return new BacklogChangesAnswer(
                page.items().stream().map(BacklogChangeAnswer::of).toList(), page.next());
    }

    @PostMapping("/{id}/apply")
    @Requires("allocation:write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a run done as it was looked at",
            description = "Goes on in the background until the state is DONE. Orders of which something has changed"
                    + " meanwhile are left as they are, with the reason.")
    BacklogAskedAnswer apply(@PathVariable long id, Cause cause) {
        return BacklogAskedAnswer.of(ApiRefusal.orThrow(runs.apply(cause, id)));
    }

    @PostMapping("/{id}/stop")
    @Requires("allocation:write")
    @Operation(summary = "End a run; what it has moved stays moved")
    BacklogAskedAnswer stop(@PathVariable long id, Cause cause) {
        return BacklogAskedAnswer.of(ApiRefusal.orThrow(runs.stop(cause, id)));
    }
}
