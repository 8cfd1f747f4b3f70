package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.web.WalkScans.Led;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.math.BigDecimal;
import java.util.List;
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
    private final WalkScans scans;
    private final NextWork next;

    WalkScreens(Fulfilment fulfilment, Works works, WalkPages pages, WalkScans scans, NextWork next) {
        this.fulfilment = fulfilment;
        this.works = works;
        this.pages = pages;
        this.scans = scans;
        this.next = next;
    }

    @GetMapping("/pick/{work}")
    @Requires("fulfilment:read")
    WebPage walk(
            @PathVariable String work, @RequestParam(required = false) @Nullable Integer task, WorkPlaces at, Who who) {
        return page(works.forPerson(work, at), task, at, who, ScanAnswer.NOTHING);
    }

    /** Somebody takes it on, for the node too if it has not said yes yet. */
    @PostMapping("/pick/{work}/start")
    @Requires("fulfilment:write")
    Redirect start(@PathVariable String work, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        return back(found, next.start(found, who, cause), null);
    }

    @PostMapping("/pick/{work}/accept")
    @Requires("fulfilment:write")
    Redirect accept(@PathVariable String work, WorkPlaces at, Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        return back(found, fulfilment.accept(cause, found.id()), t("fulfilment.walkScreens.itIsAccepted"));
    }

    /** A scan: of the bin to see that one is right there, of the item to take what is to be taken, or of a command. */
    @PostMapping("/pick/{work}/scan")
    @Requires("fulfilment:write")
    Screen scan(
            @PathVariable String work,
            @RequestParam String code,
            @RequestParam(required = false) @Nullable Integer task,
            @RequestParam(required = false) @Nullable BigDecimal quantity,
            @RequestParam(defaultValue = "") String asked,
            WorkPlaces at,
            Who who,
            Cause cause) {
        FulfilmentOrder found = works.forPerson(work, at);
        Led led = scans.scan(found, new WalkScans.Asked(task, code, quantity, asked), at, who, cause);
        return led.said().leads() ? Redirect.to(led.said()) : page(found, led.task(), at, who, led.said());
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
        int decimals = pages.list(found).stops().stream()
                .filter(stop -> stop.task().taskNo() == task)
                .mapToInt(PickList.Stop::quantityDecimals)
                .findFirst()
                .orElse(0);
        long units = Quantities.units(quantity, decimals).orElse(0);
        Led led = scans.shortPick(found, task, units, reason, cause);
        return page(found, led.task(), at, who, led.said());
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

    private WebPage page(FulfilmentOrder work, @Nullable Integer task, WorkPlaces at, Who who, ScanAnswer said) {
        WalkPage view = pages.page(pages.list(work), task, at, who, said);
        WebPage page = WebPage.of("fulfilment/walk.jte", view, t("fulfilment.walkScreens.pick", work.number()))
                .in("pick")
                .crumb(t("fulfilment.walkScreens.pick2"), "/pick");
        return said.isBad() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT.value()) : page;
    }
}
