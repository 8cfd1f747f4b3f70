package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Fixed;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.exceptions.FixWish;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Jobs;
import java.util.Collection;
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

/** Mending: one exception by one key, or all that are ticked as a job. */
@Controller
class FixScreens {

    private static final String WHY = "reason";

    private final Exceptions exceptions;
    private final MendingDesk desk;
    private final Foretelling foretelling;

    FixScreens(Exceptions exceptions, MendingDesk desk, Foretelling foretelling) {
        this.exceptions = exceptions;
        this.desk = desk;
        this.foretelling = foretelling;
    }

    /** What it would do. It is tried, and taken back. */
    @GetMapping("/exceptions/{cause}/{id}/fix/{fix}")
    @Requires("console:use")
    Screen ask(
            @PathVariable String cause,
            @PathVariable long id,
            @PathVariable String fix,
            @RequestParam(defaultValue = "") String here,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Fix wanted = MendingDesk.fix(known, fix, who);
        Optional<Listed> open = exceptions.find(known, List.of(id)).stream().findFirst();
        return open.isEmpty()
                ? gone(known, here)
                : page(known, wanted, open.get().open(), "", List.of(), here, who);
    }

    private static Redirect gone(ExceptionCause cause, String here) {
        return Redirect.to(ExceptionPages.back(cause, here), Flash.refused(t("exceptions.refusal.gone")));
    }

    private WebPage page(
            ExceptionCause cause,
            Fix fix,
            OpenException open,
            String typed,
            List<Refusal> refusals,
            String here,
            Who who) {
        // Nobody has to give a reason for looking.
        FixWish wish = new FixWish(cause.name(), fix.name(), fix.asksWhy() ? "…" : "");
        Field why = Field.text(WHY, t("shared.word.reason"), typed).mandatory();
        Dialog question = Dialog.of(
                        t("exceptions.fixScreens.question", fix.label(), open.label()),
                        ExceptionPages.url(cause, open) + "/fix/" + fix.name(),
                        ExceptionPages.back(cause, here),
                        fix.label())
                .explained(t("exceptions.fixScreens.explained", open.about(), fix.effect()))
                .about("", Map.of("here", here))
                .asking(List.of(), fix.asksWhy() ? List.of(why) : List.of())
                .changing(foretelling.of(who, trying -> exceptions.fix(trying, wish, List.of(open.id()))));
        return ExceptionScreens.ask(cause, refusals.isEmpty() ? question : question.refused(refusals));
    }

    private static String said(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).distinct().collect(Collectors.joining(" "));
    }

    @PostMapping("/exceptions/{cause}/{id}/fix/{fix}")
    @Requires("console:use")
    Screen fix(
            @PathVariable String cause,
            @PathVariable long id,
            @PathVariable String fix,
            @RequestParam(name = WHY, defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String here,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Fix wanted = MendingDesk.fix(known, fix, who);
        @Nullable
        OpenException open = exceptions.find(known, List.of(id)).stream()
                .map(Listed::open)
                .findFirst()
                .orElse(null);
        Outcome<Fixed> outcome = exceptions.fix(command, new FixWish(cause, fix, reason), List.of(id));
        String back = ExceptionPages.back(known, here);
        return switch (outcome) {
            case Outcome.Done<Fixed>(Fixed fixed, boolean replayed) ->
                Redirect.to(back, done(known, wanted, open, fixed, who));
            case Outcome.Refused<Fixed>(List<Refusal> refusals) ->
                open != null && wanted.asksWhy() && isAboutTheReason(refusals)
                        ? page(known, wanted, open, reason, refusals, here, who)
                        : Redirect.to(back, Flash.refused(said(refusals)));
        };
    }

    private static boolean isAboutTheReason(List<Refusal> refusals) {
        return refusals.stream().anyMatch(refusal -> refusal.field().equals(WHY));
    }

    private static Flash done(ExceptionCause cause, Fix fix, @Nullable OpenException open, Fixed fixed, Who who) {
        Fixed.One one = fixed.done().getFirst();
        String text = t("exceptions.fixScreens.done", fix.label(), open == null ? "" : open.label());
        boolean canUndo = fix.undoPermission() != null && !one.undo().isEmpty() && who.may(fix.undoPermission());
        return canUndo
                ? Flash.done(
                        text,
                        Link.to(ExceptionPages.url(cause) + "/" + one.id() + "/undo/" + fix.name())
                                .with("answer", one.undo())
                                .toString())
                : Flash.done(text);
    }

    @PostMapping("/exceptions/{cause}/{id}/undo/{fix}")
    @Requires("console:use")
    Redirect undo(
            @PathVariable String cause,
            @PathVariable long id,
            @PathVariable String fix,
            @RequestParam String answer,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Fix wanted = MendingDesk.fix(known, fix, who);
        MendingDesk.require(who, wanted.undoPermission() == null ? wanted.permission() : wanted.undoPermission());
        Outcome<Fixed> outcome = exceptions.undo(command, new FixWish(cause, fix, ""), new Fixed.One(id, answer));
        return Redirect.to(
                ExceptionPages.url(known),
                switch (outcome) {
                    case Outcome.Done<Fixed>(Fixed fixed, boolean replayed) ->
                        Flash.done(t("exceptions.fixScreens.undone", wanted.label()));
                    case Outcome.Refused<Fixed>(List<Refusal> refusals) -> Flash.refused(said(refusals));
                });
    }

    /** The same for those that were ticked, or for all. It goes on by itself; what can be undone is undone from its message. */
    @PostMapping("/exceptions/{cause}/bulk/fix/{fix}")
    @Requires("console:use")
    Redirect fixMany(
            @PathVariable String cause,
            @PathVariable String fix,
            @RequestParam(defaultValue = "") List<String> exception,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String here,
            @RequestParam Map<String, String> form,
            Cause command,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        Fix wanted = MendingDesk.fix(known, fix, who);
        Collection<Long> chosen = everything.isPresent()
                ? exceptions.ids(known, desk.reach(who), Jobs.SUBJECTS_MAX + 1)
                : ticked(exception);
        FixWish wish = new FixWish(cause, fix, form.getOrDefault("reason-" + fix, ""));
        return switch (exceptions.fixMany(command, wish, chosen)) {
            case Outcome.Done<Jobs.Started>(Jobs.Started started, boolean replayed) -> {
                String job = "/jobs/" + started.jobId();
                yield wanted.undoPermission() == null
                        ? Redirect.to(job)
                        : Redirect.to(
                                ExceptionPages.back(known, here),
                                Flash.done(
                                        t(
                                                "exceptions.fixScreens.manyBegun",
                                                wanted.label(),
                                                Show.number(chosen.size())),
                                        job + "/undo"));
            }
            case Outcome.Refused<Jobs.Started>(List<Refusal> refusals) ->
                Redirect.to(ExceptionPages.back(known, here), Flash.refused(said(refusals)));
        };
    }

    static List<Long> ticked(List<String> exception) {
        return exception.stream()
                .map(Ids::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
