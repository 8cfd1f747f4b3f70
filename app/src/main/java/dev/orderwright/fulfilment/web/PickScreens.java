package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.WorkResults;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work lists of a node: what is to be accepted and picked, by whom, and what somebody wants to cancel. */
@Controller
class PickScreens {

    private static final int RELEASED_MAX = 500;
    private static final List<ScanCommand> HERE = List.of(ScanCommand.NEXT, ScanCommand.CONFIRM);

    private final Fulfilment fulfilment;
    private final Works works;
    private final PickPages pages;
    private final NextWork next;

    PickScreens(Fulfilment fulfilment, Works works, PickPages pages, NextWork next) {
        this.fulfilment = fulfilment;
        this.works = works;
        this.pages = pages;
        this.next = next;
    }

    @GetMapping("/pick")
    @Requires("fulfilment:read")
    WebPage lists(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            WorkPlaces at,
            Who who) {
        return WebPage.of(
                        "fulfilment/pick.jte",
                        pages.page(new PickPages.Wanted(list, sort, cursor), at, who, ""),
                        t("fulfilment.pickScreens.pick"))
                .in("pick")
                .with("console/table.js");
    }

    /** A number was scanned off a pick list. */
    @PostMapping("/pick/find")
    @Requires("fulfilment:read")
    Screen find(@RequestParam String code, @RequestParam String list, WorkPlaces at, Who who, Cause cause) {
        if (ScanCommand.isOne(code)) {
            ScanAnswer said = command(code, at, who, cause);
            return said.leads() ? Redirect.to(said) : wrong(list, at, who, said.text());
        }
        Optional<FulfilmentOrder> work = works.named(code);
        if (work.isPresent()) {
            return Redirect.to("/pick/" + work.get().number());
        }
        return wrong(list, at, who, t("fulfilment.pickScreens.isNotTheNumberOf", code.strip()));
    }

    private WebPage wrong(String list, WorkPlaces at, Who who, String wrong) {
        return WebPage.of(
                        "fulfilment/pick.jte",
                        pages.page(new PickPages.Wanted(list, null, null), at, who, wrong),
                        t("fulfilment.pickScreens.pick"))
                .in("pick")
                .with("console/table.js")
                .status(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private ScanAnswer command(String code, WorkPlaces at, Who who, Cause cause) {
        ScanCommand command =
                ScanCommand.of(code).map(ScanCommand.Given::command).orElse(null);
        if (command == null) {
            return ScanCommand.unknown(code, HERE);
        }
        if (HERE.contains(command)) {
            return next.next(at, who, cause);
        }
        return ScanCommand.PLACES.contains(command)
                ? ScanAnswer.goTo(command == ScanCommand.BACK ? "/" : command.place(), "")
                : ScanCommand.unknown(command.title(), HERE);
    }

    @PostMapping("/pick/accept")
    @Requires("fulfilment:write")
    Redirect accept(@RequestParam(required = false) @Nullable List<String> work, WorkPlaces at, Cause cause) {
        String back = PickPages.url(WorkList.TO_ACCEPT);
        if (work == null || work.isEmpty()) {
            return Redirect.to(back, Flash.refused(t("fulfilment.refusal.tickWhatYouAcceptFirst")));
        }
        List<Long> ids =
                work.stream().map(number -> works.forPerson(number, at).id()).toList();
        Flash flash = switch (fulfilment.accept(cause, ids)) {
            case Outcome.Refused<WorkResults> refused -> Flash.refused(Works.words(refused.refusals()));
            case Outcome.Done<WorkResults>(WorkResults results, boolean replayed) -> said(results);
        };
        return Redirect.to(back, flash);
    }

    private static Flash said(WorkResults results) {
        int done = results.results().size() - results.refused().size();
        if (results.refused().isEmpty()) {
            return Flash.done(t("fulfilment.pickScreens.ordersAreAccepted", done));
        }
        String why = results.refused().stream()
                .map(WorkResult::refusals)
                .map(Works::words)
                .distinct()
                .collect(Collectors.joining(" "));
        return Flash.refused(
                t("fulfilment.refusal.acceptedRefused", done, results.refused().size(), why));
    }

    /** Gives work to nodes before its day has come, or what a round has not come to yet. */
    @PostMapping("/pick/release")
    @Requires("fulfilment:write")
    Redirect release(@RequestParam LocalDate until, WorkPlaces at, Cause cause) {
        Outcome<Released> outcome =
                fulfilment.release(cause, new ReleaseFilter(at.chosenId(), until, null), RELEASED_MAX);
        Flash flash = switch (outcome) {
            case Outcome.Refused<Released> refused -> Flash.refused(Works.words(refused.refusals()));
            case Outcome.Done<Released>(Released released, boolean replayed) ->
                Flash.done(
                        released.works().isEmpty()
                                ? t("fulfilment.pickScreens.nothingThatLeavesByThen")
                                : t(
                                        "fulfilment.pickScreens.released",
                                        released.works().size()));
        };
        return Redirect.to(PickPages.url(WorkList.TO_ACCEPT), flash);
    }
}
