package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.WriteOff;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a package, and what can be done with one package wherever it is shown. */
@Controller
class ParcelScreens {

    private final Packing packing;
    private final Shipping shipping;
    private final Packages packages;
    private final ParcelPages pages;
    private final Foretelling foretelling;

    ParcelScreens(Packing packing, Shipping shipping, Packages packages, ParcelPages pages, Foretelling foretelling) {
        this.packing = packing;
        this.shipping = shipping;
        this.packages = packages;
        this.pages = pages;
        this.foretelling = foretelling;
    }

    @GetMapping("/packages/{parcel}")
    @Requires("shipping:read")
    WebPage page(@PathVariable String parcel, WorkPlaces at, Who who) {
        Parcel found = packages.forPerson(parcel, at);
        return WebPage.of("shipping/package.jte", pages.page(found, at, who), found.number())
                .in("ship")
                .crumb(t("shipping.parcelScreens.ship"), "/ship");
    }

    /** Also tries again where the carrier has refused before. */
    @PostMapping("/packages/{parcel}/label")
    @Requires("shipping:write")
    Redirect label(
            @PathVariable String parcel,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forPerson(parcel, at);
        Outcome<PackResult> outcome = shipping.label(cause, found.id(), partial, version);
        boolean bought = packages.find(found.number()).map(Parcel::hasLabel).orElse(false);
        return to(
                back,
                found,
                said(
                        outcome.isDone() ? List.of() : refusals(outcome),
                        bought
                                ? t("shipping.parcelScreens.hasItsLabel", found.number())
                                : t("shipping.parcelScreens.theCarrierHasNotAnswered")));
    }

    @GetMapping("/packages/{parcel}/void-label")
    @Requires("shipping:write")
    WebPage askVoidLabel(
            @PathVariable String parcel, @RequestParam(defaultValue = "") String back, WorkPlaces at, Who who) {
        Parcel found = packages.forPerson(parcel, at);
        String url = "/packages/" + found.number();
        return WebPage.asking(Dialog.of(
                                t("shipping.package.giveTheLabelOfBack", found.number()),
                                url + "/void-label",
                                Redirect.isLocal(back) ? back : url,
                                t("shipping.package.voidTheLabel"))
                        .explained(t("shipping.package.theLabelMustNotBeUsed"))
                        .about("", Map.of("back", back, "version", Integer.toString(found.version())))
                        .changing(foretelling.of(who, cause -> shipping.voidLabel(cause, found.id(), null))))
                .in("ship")
                .crumb(t("shipping.parcelScreens.ship"), "/ship")
                .crumb(found.number(), url);
    }

    @PostMapping("/packages/{parcel}/void-label")
    @Requires("shipping:write")
    Redirect voidLabel(
            @PathVariable String parcel,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forPerson(parcel, at);
        List<Refusal> refusals = refusals(shipping.voidLabel(cause, found.id(), version));
        return to(back, found, said(refusals, t("shipping.parcelScreens.theLabelIsGivenBack")));
    }

    @PostMapping("/packages/{parcel}/reopen")
    @Requires("shipping:write")
    Redirect reopen(
            @PathVariable String parcel,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forPerson(parcel, at);
        return to(
                back,
                found,
                said(
                        refusals(packing.reopen(cause, found.id(), version)),
                        t("shipping.parcelScreens.isOpenAgain", found.number())));
    }

    @PostMapping("/packages/{parcel}/hand-over")
    @Requires("shipping:write")
    Redirect handOver(
            @PathVariable String parcel, @RequestParam(defaultValue = "") String back, WorkPlaces at, Cause cause) {
        Parcel found = packages.forPerson(parcel, at);
        Outcome<HandedOver> outcome = shipping.handOver(cause, List.of(found.id()));
        List<Refusal> refusals = outcome instanceof Outcome.Refused<HandedOver> refused
                ? refused.refusals()
                : outcome.orThrow().refused().stream()
                        .flatMap(result -> result.refusals().stream())
                        .toList();
        return to(back, found, said(refusals, t("shipping.parcelScreens.isHandedOver", found.number())));
    }

    /** Gives it up: what was in it is lost, or spoilt. */
    @PostMapping("/packages/{parcel}/write-off")
    @Requires("shipping:write")
    Redirect writeOff(
            @PathVariable String parcel,
            @RequestParam PackageState as,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forPerson(parcel, at);
        Outcome<PackResult> outcome = shipping.writeOff(cause, writeOff(found, as, reason, version));
        return to("", found, said(refusals(outcome), t("shipping.parcelScreens.isGivenUp", found.number())));
    }

    private static WriteOff writeOff(Parcel parcel, PackageState as, String reason, @Nullable Integer version) {
        return new WriteOff(parcel.id(), as == PackageState.DAMAGED, reason.strip(), version);
    }

    private static List<Refusal> refusals(Outcome<PackResult> outcome) {
        return outcome instanceof Outcome.Refused<PackResult> refused ? refused.refusals() : List.of();
    }

    private static Flash said(List<Refusal> refusals, String done) {
        return refusals.isEmpty() ? Flash.done(done) : Flash.refused(Packages.words(refusals));
    }

    /** Where the button stood, or the package's own page. */
    private static Redirect to(String back, Parcel parcel, Flash flash) {
        return Redirect.to(!back.isEmpty() && Redirect.isLocal(back) ? back : "/packages/" + parcel.number(), flash);
    }
}
