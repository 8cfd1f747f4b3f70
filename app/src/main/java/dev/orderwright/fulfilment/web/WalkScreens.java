package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.web.WalkPage.Said;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The walk through the bins for one fulfilment order: go there, scan, go on. */
@Controller
class WalkScreens {

    private final Fulfilment fulfilment;
    private final Works works;
    private final WalkPages pages;

    WalkScreens(Fulfilment fulfilment, Works works, WalkPages pages) {
        this.fulfilment = fulfilment;
        this.works = works;
        this.pages = pages;
    }

    @GetMapping("/pick/{work}")
    @Requires("fulfilment:read")
    WebPage walk(
            @PathVariable String work, @RequestParam(required = false) @Nullable Integer task, WorkPlaces at, Who who) {
        return page(works.forPerson(work, at), task, at, who, Said.NOTHING);
    }

    /** Somebody takes it on, for the node too if it has not said yes yet. */
    @PostMapping("/pick/{work}/start")
    @Requires("fulfilment:write")
    Redirect start(@PathVariable String work, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        Outcome<WorkResult> outcome = found.state() == FulfilmentState.RELEASED
                ? fulfilment.accept(cause.step("accept"), found.id())
                : Outcome.done(new WorkResult(found.id(), found.number(), found.state(), List.of()));
        if (outcome.isDone()) {
            outcome = fulfilment.startPick(cause, found.id(), who.actor().name());
        }
        return back(found, outcome, null);
    }

    @PostMapping("/pick/{work}/accept")
    @Requires("fulfilment:write")
    Redirect accept(@PathVariable String work, WorkPlaces at, Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        return back(found, fulfilment.accept(cause, found.id()), t("fulfilment.walkScreens.itIsAccepted"));
    }

    /** A scan at a stop: the bin to see that one is right there, the item to take what is to be taken. */
    @PostMapping("/pick/{work}/scan")
    @Requires("fulfilment:write")
    WebPage scan(
            @PathVariable String work,
            @RequestParam int task,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable BigDecimal quantity,
            WorkPlaces at,
            Who who,
            Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        PickList list = pages.list(found);
        Optional<PickList.Stop> here = WalkPages.stop(list, task);
        if (here.isEmpty()) {
            return page(found, null, at, who, Said.bad(t("fulfilment.walkScreens.everythingHasBeenTakenAlready")));
        }
        PickList.Stop stop = here.get();
        ScanText scan = ScanText.of(code);
        Optional<PickList.Stop> bin = list.stops().stream()
                .filter(one -> one.task().open() > 0 && one.task().bin().equalsIgnoreCase(scan.code()))
                .findFirst();
        if (bin.isPresent()) {
            int there = stop.task().bin().equalsIgnoreCase(scan.code())
                    ? stop.task().taskNo()
                    : bin.get().task().taskNo();
            return page(
                    found,
                    there,
                    at,
                    who,
                    Said.ok(t(
                            "fulfilment.walkScreens.thisIsNowScanThe",
                            bin.get().task().bin())));
        }
        BigDecimal said = scan.quantity() != null ? scan.quantity() : quantity;
        long units = said == null
                ? stop.task().open()
                : Quantities.units(said, stop.quantityDecimals()).orElse(0);
        Outcome<WorkResult> outcome = fulfilment.pick(
                cause, found.id(), List.of(new Scan(scan.code(), stop.task().bin(), units)));
        if (outcome instanceof Outcome.Refused<WorkResult> refused) {
            return page(found, stop.task().taskNo(), at, who, Said.bad(Works.words(refused.refusals())));
        }
        String taken = t(
                "fulfilment.walkScreens.takenFrom",
                Quantities.text(units, stop.quantityDecimals()),
                stop.sku(),
                stop.task().bin());
        return page(found, stop.task().taskNo(), at, who, Said.ok(taken));
    }

    /** Units are not there, or not fit to be sent. */
    @PostMapping("/pick/{work}/short")
    @Requires("fulfilment:write")
    WebPage shortPick(
            @PathVariable String work,
            @RequestParam int task,
            @RequestParam BigDecimal quantity,
            @RequestParam ShortPick.Reason reason,
            WorkPlaces at,
            Who who,
            Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        PickList before = pages.list(found);
        int decimals = before.stops().stream()
                .filter(stop -> stop.task().taskNo() == task)
                .mapToInt(PickList.Stop::quantityDecimals)
                .findFirst()
                .orElse(0);
        long units = Quantities.units(quantity, decimals).orElse(0);
        Outcome<WorkResult> outcome = fulfilment.shortPick(cause, new ShortPick(found.id(), task, units, reason));
        if (outcome instanceof Outcome.Refused<WorkResult> refused) {
            return page(found, task, at, who, Said.bad(Works.words(refused.refusals())));
        }
        return page(found, null, at, who, Said.ok(replaced(before, pages.list(found), units)));
    }

    /** What became of units that were not there. */
    private static String replaced(PickList before, PickList after, long units) {
        Set<Integer> known =
                before.stops().stream().map(stop -> stop.task().taskNo()).collect(Collectors.toSet());
        List<PickList.Stop> added = after.stops().stream()
                .filter(stop -> !known.contains(stop.task().taskNo()))
                .toList();
        long replaced = added.stream().mapToLong(stop -> stop.task().quantity()).sum();
        String bins = added.stream().map(stop -> stop.task().bin()).distinct().collect(Collectors.joining(" and "));
        if (replaced == 0) {
            return t("fulfilment.walkScreens.writtenOffNothingHereCan");
        }
        return replaced < units
                ? t("fulfilment.walkScreens.writtenOffAPartOf", bins)
                : t("fulfilment.walkScreens.writtenOffTakeItFrom", bins);
    }

    /** The node will not do it: the units are sourced again, elsewhere. */
    @PostMapping("/pick/{work}/reject")
    @Requires("fulfilment:write")
    Redirect reject(
            @PathVariable String work,
            @RequestParam Rejection.Reason reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean correctStock,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        Rejection wish = new Rejection(found.id(), List.of(), reason, note.strip(), correctStock);
        return back(found, fulfilment.reject(cause, wish, version), t("fulfilment.walkScreens.itIsRejectedTheUnits"));
    }

    /** Whether the node could still stop. */
    @PostMapping("/pick/{work}/cancel-answer")
    @Requires("fulfilment:write")
    Redirect answerCancel(
            @PathVariable String work,
            @RequestParam boolean stopped,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        return back(
                found,
                fulfilment.answerCancel(cause, new CancelAnswer(found.id(), stopped, reason.strip()), version),
                stopped ? t("fulfilment.walkScreens.itIsCancelledPutWhat") : t("fulfilment.walkScreens.theWorkGoesOn"));
    }

    private static Redirect back(FulfilmentOrder work, Outcome<WorkResult> outcome, @Nullable String done) {
        String url = "/pick/" + work.number();
        return switch (outcome) {
            case Outcome.Refused<WorkResult> refused ->
                Redirect.to(url, Flash.refused(Works.words(refused.refusals())));
            case Outcome.Done<WorkResult> worked ->
                done == null ? Redirect.to(url) : Redirect.to(url, Flash.done(done));
        };
    }

    private WebPage page(FulfilmentOrder work, @Nullable Integer task, WorkPlaces at, Who who, Said said) {
        WalkPage view = pages.page(pages.list(work), task, at, who, said);
        WebPage page = WebPage.of("fulfilment/walk.jte", view, t("fulfilment.walkScreens.pick", work.number()))
                .in("pick")
                .crumb(t("fulfilment.walkScreens.pick2"), "/pick");
        return said.isBad() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT.value()) : page;
    }
}
