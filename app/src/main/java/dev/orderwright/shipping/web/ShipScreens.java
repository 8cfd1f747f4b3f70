package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.shipping.Shipping;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ship desk: what leaves, what has no label, what is on its way. */
@Controller
class ShipScreens {

    private final Shipping shipping;
    private final Packages packages;
    private final ShipPages pages;
    private final ShipScans scans;

    ShipScreens(Shipping shipping, Packages packages, ShipPages pages, ShipScans scans) {
        this.shipping = shipping;
        this.packages = packages;
        this.pages = pages;
        this.scans = scans;
    }

    @GetMapping("/ship")
    @Requires("shipping:read")
    WebPage desk(
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String cursor,
            WorkPlaces at,
            Who who) {
        return page(list, cursor, at, who, ScanAnswer.NOTHING);
    }

    /** The carrier takes what is scanned, by the barcode on its label or by its number; or a command is given. */
    @PostMapping("/ship/scan")
    @Requires("shipping:write")
    Screen scan(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String asked,
            WorkPlaces at,
            Who who,
            Cause cause) {
        ScanAnswer said = scans.scan(code, asked, at, who, cause);
        return said.leads() ? Redirect.to(said) : page(ShipLists.name(ParcelList.TO_HAND_OVER), null, at, who, said);
    }

    /** The carrier takes all that are ticked. */
    @PostMapping("/ship/hand-over")
    @Requires("shipping:write")
    Redirect handOver(@RequestParam(required = false) @Nullable List<String> parcel, WorkPlaces at, Cause cause) {
        String back = ShipLists.url(ParcelList.TO_HAND_OVER);
        if (parcel == null || parcel.isEmpty()) {
            return Redirect.to(back, Flash.refused(t("shipping.refusal.tickWhatTheCarrierTakes")));
        }
        List<Long> ids = parcel.stream()
                .map(number -> packages.forPerson(number, at).id())
                .toList();
        Flash flash = switch (shipping.handOver(cause, ids)) {
            case Outcome.Refused<HandedOver> refused -> Flash.refused(Packages.words(refused.refusals()));
            case Outcome.Done<HandedOver>(HandedOver gone, boolean replayed) -> said(gone);
        };
        return Redirect.to(back, flash);
    }

    private static Flash said(HandedOver gone) {
        int left = gone.shipments().stream().mapToInt(Shipment::packages).sum();
        String manifests =
                gone.shipments().stream().map(Shipment::manifest).distinct().collect(Collectors.joining(", "));
        String done = left == 0
                ? t("shipping.shipScreens.nothingLeft")
                : t("shipping.shipScreens.packagesLeftOn", left, manifests);
        if (gone.refused().isEmpty()) {
            return Flash.done(done);
        }
        String stayed = gone.refused().stream()
                .map(PackResult::refusals)
                .map(Packages::words)
                .distinct()
                .collect(Collectors.joining(" "));
        return Flash.refused(
                t("shipping.refusal.hadToStay", done, gone.refused().size(), stayed));
    }

    private WebPage page(@Nullable String list, @Nullable String cursor, WorkPlaces at, Who who, ScanAnswer said) {
        WebPage page = WebPage.of(
                        "shipping/ship.jte", pages.page(list, cursor, at, who, said), t("shipping.shipScreens.ship"))
                .in("ship")
                .with("console/table.js");
        return said.isBad() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT.value()) : page;
    }
}
