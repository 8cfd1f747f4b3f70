package dev.orderwright.fulfilment.web;

import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.fulfilment.web.WorkAnswers.ReleasedAnswer;
import dev.orderwright.fulfilment.web.WorkAnswers.WorkAnswer;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The nodes' work is done: released, accepted, picked, given back. Each answer is the work as it is afterwards. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fulfilment", description = "The work nodes do for orders")
class FulfilmentWorkApi {

    private static final int LIMIT = 200;
    private static final int LIMIT_MAX = 500;
    private static final String NAMED = "Number (FO-100042) or id";

    private final Fulfilment fulfilment;
    private final FulfilmentQueries queries;
    private final ScanDecimals decimals;
    private final Works works;

    FulfilmentWorkApi(Fulfilment fulfilment, FulfilmentQueries queries, ScanDecimals decimals, Works works) {
        this.fulfilment = fulfilment;
        this.queries = queries;
        this.decimals = decimals;
        this.works = works;
    }

    @PostMapping("/releases")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Release work to nodes",
            description =
                    "One round: reserved units that nothing holds become fulfilment orders, the most urgent orders"
                            + " first. Rounds may run at the same time. Repeat with a new key until nothing is released.")
    ReleasedAnswer release(
            @RequestBody WorkInput.Round input,
            @Parameter(description = "Code of the node; without it every node")
                    @RequestParam(required = false)
                    @Nullable
                    String node,
            WorkPlaces at,
            Cause cause) {
        ReleaseFilter filter = new ReleaseFilter(at.chosenId(), input.leavesUntil(), input.placedUntil());
        int limit = Math.clamp(Objects.requireNonNullElse(input.limit(), LIMIT), 1, LIMIT_MAX);
        Released released = ApiRefusal.orThrow(fulfilment.release(cause, filter, limit));
        return ReleasedAnswer.of(released, at);
    }

    @PostMapping("/fulfilment-orders/{work}/accept")
    @Requires("fulfilment:write")
    @Operation(summary = "Accept the work", description = "The node will do it. Accepting twice is harmless.")
    ResponseEntity<WorkAnswer> accept(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        ApiRefusal.orThrow(fulfilment.accept(cause, found.id(), IfMatch.version(ifMatch)));
        return answer(found, at);
    }

    @PostMapping("/fulfilment-orders/{work}/reject")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Reject the work, or a part of it",
            description = "The units are sourced again, never from this node.")
    ResponseEntity<WorkAnswer> reject(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestBody WorkInput.Reject input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        InputCheck check = new InputCheck();
        Rejection wish = new Rejection(
                found.id(),
                input.lines() == null || input.lines().isEmpty() ? List.of() : lines(check, found, input),
                check.required("reason", input.reason(), Rejection.Reason.OTHER),
                Objects.requireNonNullElse(input.note(), "").strip(),
                Boolean.TRUE.equals(input.correctStock()));
        check.done();
        ApiRefusal.orThrow(fulfilment.reject(cause, wish, IfMatch.version(ifMatch)));
        return answer(found, at);
    }

    private List<Rejection.Line> lines(InputCheck check, FulfilmentOrder work, WorkInput.Reject input) {
        PickList list = queries.pickList(work.id()).orElse(new PickList(work, List.of()));
        List<Rejection.Line> lines = new ArrayList<>();
        for (WorkInput.RejectLine line : check.lines("lines", input.lines())) {
            String at = "lines[" + lines.size() + "].";
            int lineNo = check.required(at + "lineNo", line.lineNo(), 0);
            int decimals = list.stops().stream()
                    .filter(stop -> stop.task().lineNo() == lineNo)
                    .mapToInt(PickList.Stop::quantityDecimals)
                    .findFirst()
                    .orElse(0);
            lines.add(new Rejection.Line(lineNo, check.units(at + "quantity", line.quantity(), decimals)));
        }
        return lines;
    }

    @PostMapping("/fulfilment-orders/{work}/start-pick")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Start picking",
            description = "Somebody begins, or goes on after somebody else whose lease has run out. While they pick,"
                    + " nobody else may; only the one who has started can send picks.")
    ResponseEntity<WorkAnswer> start(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestBody WorkInput.Start input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        String assignee = input.assignee() == null ? cause.actor().name() : input.assignee();
        ApiRefusal.orThrow(fulfilment.startPick(cause, found.id(), assignee, IfMatch.version(ifMatch)));
        return answer(found, at);
    }

    @PostMapping("/fulfilment-orders/{work}/picks")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Units were taken from bins",
            description =
                    "As they were scanned. All of the request is booked, or nothing: a wrong item or bin is refused"
                            + " with what was expected.")
    ResponseEntity<WorkAnswer> pick(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestBody WorkInput.Picks input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        PickList list = queries.pickList(found.id()).orElse(new PickList(found, List.of()));
        InputCheck check = new InputCheck();
        List<Scan> scans = decimals.scans(check, "picks", input.picks(), list);
        check.done();
        ApiRefusal.orThrow(fulfilment.pick(cause, found.id(), scans, IfMatch.version(ifMatch)), "scans", "picks");
        return answer(found, at);
    }

    @PostMapping("/fulfilment-orders/{work}/short-picks")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Units could not be taken",
            description =
                    "They are written off and replaced from another bin of the node; what cannot be is sourced from"
                            + " another node or waits for supply. The answer shows the stops that were added.")
    ResponseEntity<WorkAnswer> shortPick(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestBody WorkInput.Shorts input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        PickList list = queries.pickList(found.id()).orElse(new PickList(found, List.of()));
        InputCheck check = new InputCheck();
        List<ShortPick> reports = new ArrayList<>();
        for (WorkInput.Short one : check.lines("shortPicks", input.shortPicks())) {
            String field = "shortPicks[" + reports.size() + "].";
            int taskNo = check.required(field + "taskNo", one.taskNo(), 0);
            int decimals = list.stops().stream()
                    .filter(stop -> stop.task().taskNo() == taskNo)
                    .mapToInt(PickList.Stop::quantityDecimals)
                    .findFirst()
                    .orElse(0);
            reports.add(new ShortPick(
                    found.id(),
                    taskNo,
                    check.units(field + "quantity", one.quantity(), decimals),
                    check.required(field + "reason", one.reason(), ShortPick.Reason.NOT_FOUND)));
        }
        check.done();
        ApiRefusal.orThrow(
                fulfilment.shortPick(cause, found.id(), reports, IfMatch.version(ifMatch)), "shorts", "shortPicks");
        return answer(found, at);
    }

    @PostMapping("/fulfilment-orders/{work}/cancel-answer")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Answer the wish to cancel",
            description = "Whether the node could still stop. What it had picked goes back onto the shelf.")
    ResponseEntity<WorkAnswer> answerCancel(
            @Parameter(description = NAMED) @PathVariable String work,
            @RequestBody WorkInput.Answer input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forProgram(work, at);
        InputCheck check = new InputCheck();
        boolean stopped = check.required("stopped", input.stopped(), false);
        check.done();
        String reason = Objects.requireNonNullElse(input.reason(), "").strip();
        CancelAnswer answer = new CancelAnswer(found.id(), stopped, reason);
        ApiRefusal.orThrow(fulfilment.answerCancel(cause, answer, IfMatch.version(ifMatch)));
        return answer(found, at);
    }

    private ResponseEntity<WorkAnswer> answer(FulfilmentOrder work, WorkPlaces at) {
        return FulfilmentApi.answer(queries, work.id(), at);
    }
}
