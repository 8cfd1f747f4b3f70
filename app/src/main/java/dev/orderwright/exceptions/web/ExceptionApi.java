package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Assignments;
import dev.orderwright.exceptions.Assignments.Assigned;
import dev.orderwright.exceptions.Board;
import dev.orderwright.exceptions.Card;
import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Fixed;
import dev.orderwright.exceptions.FixWish;
import dev.orderwright.exceptions.web.ExceptionAnswers.CauseAnswer;
import dev.orderwright.exceptions.web.ExceptionAnswers.ChangedAnswer;
import dev.orderwright.exceptions.web.ExceptionAnswers.ExceptionAnswer;
import dev.orderwright.exceptions.web.ExceptionAnswers.ListAnswer;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exceptions for programs: what went wrong, who looks after it, and what mends it. */
@RestController
@RequestMapping("/api/v1/exceptions")
class ExceptionApi {

    private static final int PAGE_MAX = 200;

    private final Exceptions exceptions;
    private final Assignments assignments;
    private final Board board;
    private final MendingDesk desk;

    ExceptionApi(Exceptions exceptions, Assignments assignments, Board board, MendingDesk desk) {
        this.exceptions = exceptions;
        this.assignments = assignments;
        this.board = board;
        this.desk = desk;
    }

    /**
     * @param exceptions ids of those that are to be mended, at most 100
     * @param fix name of one of the cause's fixes
     */
    record FixInput(
            @Nullable List<String> exceptions,
            @Nullable String fix,
            @Nullable String reason) {}

    /**
     * @param exceptions ids of those that are given to somebody, at most 500
     * @param owner login of who looks after them from now on; null for nobody
     * @param from login of who is known to have them; what others have is left to them
     * @param note what the owner wants others to know
     */
    record OwnerInput(
            @Nullable List<String> exceptions,
            @Nullable String owner,
            @Nullable String from,
            @Nullable String note) {}

    /**
     * @param exceptions ids of those that are put off, at most 500
     * @param until when they come back; null for now
     */
    record PutOffInput(
            @Nullable List<String> exceptions, @Nullable Instant until) {}

    @GetMapping
    @Requires({"orders:read", "fulfilment:read", "shipping:read", "billing:read", "books:read", "imports:write"})
    @Operation(
            summary = "The causes of exceptions that the caller may mend, with how many there are",
            description = "Each is counted up to 99; moreThanCounted says whether there are more.")
    List<CauseAnswer> causes(Who who) {
        return desk.causes(who).stream()
                .map(cause -> {
                    Card card = board.card(cause, desk.reach(who), desk.today());
                    return CauseAnswer.of(card, who);
                })
                .toList();
    }

    @GetMapping("/{cause}")
    @Requires({"orders:read", "fulfilment:read", "shipping:read", "billing:read", "books:read", "imports:write"})
    @Operation(
            summary = "The exceptions of a cause, the oldest first",
            description = "Those that are put off are left out, so a page may be short and still have a next one.")
    ListAnswer list(
            @PathVariable String cause,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Who who) {
        Page<ExceptionAnswer> page = exceptions
                .list(
                        desk.causeForProgram(cause, who),
                        Exceptions.View.OPEN,
                        who.actor(),
                        desk.reach(who),
                        cursor,
                        Math.clamp(limit, 1, PAGE_MAX))
                .map(ExceptionAnswer::of);
        return new ListAnswer(page.items(), page.next());
    }

    @PostMapping("/{cause}/fixes")
    @Requires({
        "orders:write",
        "orders:release-hold",
        "orders:cancel",
        "fulfilment:write",
        "shipping:write",
        "billing:write",
        "books:repair",
        "imports:write"
    })
    @Operation(
            summary = "Mend exceptions of a cause in one way",
            description =
                    "What is refused leaves the others alone and is told apart; when all are refused nothing is done.")
    ChangedAnswer fix(@PathVariable String cause, @RequestBody FixInput input, Cause command, Who who) {
        ExceptionCause known = desk.causeForProgram(cause, who);
        String name = Objects.requireNonNullElse(input.fix(), "");
        MendingDesk.fix(known, name).ifPresent(fix -> MendingDesk.requireOfProgram(who, fix.permission()));
        FixWish wish = new FixWish(known.name(), name, Objects.requireNonNullElse(input.reason(), ""));
        Fixed fixed = ApiRefusal.orThrow(exceptions.fix(command, wish, ids(input.exceptions())));
        return ChangedAnswer.of(fixed.done().stream().map(Fixed.One::id).toList(), fixed.refusals());
    }

    @PostMapping("/{cause}/owners")
    @Requires({
        "orders:write",
        "orders:release-hold",
        "orders:cancel",
        "fulfilment:write",
        "shipping:write",
        "billing:write",
        "books:repair",
        "imports:write"
    })
    @Operation(
            summary = "Say who looks after exceptions of a cause",
            description = "One has one owner at most: what somebody else has got meanwhile is refused as taken.")
    ChangedAnswer own(@PathVariable String cause, @RequestBody OwnerInput input, Cause command, Who who) {
        Assignments.Wish wish = new Assignments.Wish(
                desk.causeForProgram(cause, who).name(),
                ids(input.exceptions()),
                user(input.owner()),
                user(input.from()),
                Objects.requireNonNullElse(input.note(), ""));
        return changed(ApiRefusal.orThrow(assignments.assign(command, wish)));
    }

    @PostMapping("/{cause}/put-offs")
    @Requires({
        "orders:write",
        "orders:release-hold",
        "orders:cancel",
        "fulfilment:write",
        "shipping:write",
        "billing:write",
        "books:repair",
        "imports:write"
    })
    @Operation(
            summary = "Put exceptions of a cause off, or bring them back",
            description = "They come back by themselves, if they are still there. Nothing else changes.")
    ChangedAnswer putOff(@PathVariable String cause, @RequestBody PutOffInput input, Cause command, Who who) {
        return changed(ApiRefusal.orThrow(assignments.putOff(
                command, desk.causeForProgram(cause, who).name(), ids(input.exceptions()), input.until())));
    }

    private static ChangedAnswer changed(Assigned assigned) {
        return ChangedAnswer.of(assigned.subjects(), assigned.refusals());
    }

    private static @Nullable Actor user(@Nullable String login) {
        return login == null || login.isBlank() ? null : Actor.user(login.strip());
    }

    private static List<Long> ids(@Nullable List<String> given) {
        List<Long> ids = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<String> texts = Objects.requireNonNullElse(given, List.of());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int at = i;
            Ids.parse(text == null ? "" : text)
                    .ifPresentOrElse(
                            ids::add,
                            () -> refusals.add(
                                    Refusal.of("bad-id", "exceptions[" + at + "]", t("exceptions.refusal.isNoId"))));
        }
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
        return ids;
    }
}
