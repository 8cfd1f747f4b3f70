package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Assignments;
import dev.orderwright.exceptions.Assignments.Assigned;
import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looks after what, and what is put off. */
@Controller
class OwnerScreens {

    /** When the office begins. */
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Exceptions exceptions;
    private final Assignments assignments;
    private final MendingDesk desk;
    private final Show show;

    OwnerScreens(Exceptions exceptions, Assignments assignments, MendingDesk desk, Show show) {
        this.exceptions = exceptions;
        this.assignments = assignments;
        this.desk = desk;
        this.show = show;
    }

    /**
     * @param from who had it when the page was drawn
     * @param back anything to give it back
     */
    @PostMapping("/exceptions/{cause}/{id}/owner")
    @Requires("console:use")
    Redirect own(
            @PathVariable String cause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        @Nullable Actor next = back.isEmpty() ? who.actor() : null;
        Outcome<Assigned> outcome =
                assignments.assign(command, new Assignments.Wish(cause, List.of(id), next, actor(from), ""));
        return Redirect.to(
                ExceptionPages.back(known, here),
                said(
                        outcome,
                        next == null ? t("exceptions.ownerScreens.givenBack") : t("exceptions.ownerScreens.yours")));
    }

    private static @Nullable Actor actor(String code) {
        try {
            return code.isEmpty() ? null : Actor.of(code);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Flash said(Outcome<Assigned> outcome, String done) {
        return switch (outcome) {
            case Outcome.Done<Assigned>(Assigned assigned, boolean replayed) ->
                assigned.refusals().isEmpty()
                        ? Flash.done(done)
                        : Flash.refused(done + " " + said(assigned.refusals()));
            case Outcome.Refused<Assigned>(List<Refusal> refusals) -> Flash.refused(said(refusals));
        };
    }

    private static String said(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).distinct().collect(Collectors.joining(" "));
    }

    /** What others have is left to them. */
    @PostMapping("/exceptions/{cause}/bulk/owner")
    @Requires("console:use")
    Redirect ownMany(
            @PathVariable String cause,
            @RequestParam(defaultValue = "") List<String> exception,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Outcome<Assigned> outcome = assignments.assign(
                command, new Assignments.Wish(cause, FixScreens.ticked(exception), who.actor(), null, ""));
        return Redirect.to(ExceptionPages.back(known, here), said(outcome, t("exceptions.ownerScreens.theyAreYours")));
    }

    @GetMapping("/exceptions/{cause}/{id}/later")
    @Requires("console:use")
    Screen askLater(
            @PathVariable String cause, @PathVariable long id, @RequestParam(defaultValue = "") String here, Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Optional<OpenException> open =
                exceptions.find(known, List.of(id)).stream().map(Listed::open).findFirst();
        String tomorrow = desk.today().plusDays(1).toString();
        return open.isEmpty()
                ? Redirect.to(ExceptionPages.back(known, here), Flash.refused(t("exceptions.refusal.gone")))
                : page(known, open.get(), tomorrow, List.of(), here);
    }

    private static WebPage page(
            ExceptionCause cause, OpenException open, String until, List<Refusal> refusals, String here) {
        Dialog question = Dialog.of(
                        t("exceptions.fixScreens.question", t("exceptions.ownerScreens.putOff"), open.label()),
                        ExceptionPages.url(cause, open) + "/later",
                        ExceptionPages.back(cause, here),
                        t("exceptions.ownerScreens.putOff"))
                .explained(t("exceptions.later.whatItDoes"))
                .about("", Map.of("here", here))
                .asking(
                        List.of(),
                        List.of(Field.date("until", t("exceptions.ownerScreens.until"), until)
                                .mandatory()
                                .hint(t("exceptions.ownerScreens.untilHint"))));
        return ExceptionScreens.ask(cause, refusals.isEmpty() ? question : question.refused(refusals));
    }

    @PostMapping("/exceptions/{cause}/{id}/later")
    @Requires("console:use")
    Screen later(
            @PathVariable String cause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Outcome<Assigned> outcome = putOff(command, cause, List.of(id), until);
        Optional<OpenException> open =
                exceptions.find(known, List.of(id)).stream().map(Listed::open).findFirst();
        if (outcome instanceof Outcome.Refused<Assigned>(List<Refusal> refusals)
                && open.isPresent()
                && refusals.getFirst().field().equals("until")) {
            return page(known, open.get(), until, refusals, here);
        }
        return Redirect.to(ExceptionPages.back(known, here), said(outcome, t("exceptions.ownerScreens.isPutOff")));
    }

    private Outcome<Assigned> putOff(Cause command, String cause, List<Long> ids, String until) {
        try {
            Instant morning =
                    LocalDate.parse(until).atTime(MORNING).atZone(show.zone()).toInstant();
            return assignments.putOff(command, cause, ids, morning);
        } catch (DateTimeParseException e) {
            return Outcome.refused(Refusal.of("bad-value", "until", t("exceptions.refusal.untilIsNoDay")));
        }
    }

    @PostMapping("/exceptions/{cause}/{id}/later/back")
    @Requires("console:use")
    Redirect backNow(
            @PathVariable String cause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        return Redirect.to(
                ExceptionPages.back(known, here),
                said(assignments.putOff(command, cause, List.of(id), null), t("exceptions.ownerScreens.isBack")));
    }

    @PostMapping("/exceptions/{cause}/bulk/later")
    @Requires("console:use")
    Redirect laterMany(
            @PathVariable String cause,
            @RequestParam(defaultValue = "") List<String> exception,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        return Redirect.to(
                ExceptionPages.back(known, here),
                said(
                        putOff(command, cause, FixScreens.ticked(exception), until),
                        t("exceptions.ownerScreens.arePutOff")));
    }
}
