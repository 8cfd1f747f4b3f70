package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.Parcel.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A packing table: scan units into a package, close it, and its label is there. */
@Controller
class PackTableScreens {

    private final Packages packages;
    private final PackPages pages;
    private final PackScans scans;
    private final TableWork hands;

    PackTableScreens(Packages packages, PackPages pages, PackScans scans, TableWork hands) {
        this.packages = packages;
        this.pages = pages;
        this.scans = scans;
        this.hands = hands;
    }

    @GetMapping("/pack/{work}")
    @Requires("shipping:read")
    WebPage table(@PathVariable String work, WorkPlaces at, Who who) {
        return page(packages.workForPerson(work, at), at, who, ScanAnswer.NOTHING);
    }

    /** A unit goes into the package ({@code 3*} before the code for three), or comes out again ({@code -}), or a command. */
    @PostMapping("/pack/{work}/scan")
    @Requires("shipping:write")
    Screen scan(
            @PathVariable String work,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String undo,
            WorkPlaces at,
            Who who,
            Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        ScanAnswer said = scans.scan(pages.goods(found), new PackScans.Asked(code, asked, undo), at, who, cause);
        return said.leads() ? Redirect.to(said) : page(found, at, who, said);
    }

    /** Takes units of a line of the list out again. */
    @PostMapping("/pack/{work}/take-out")
    @Requires("shipping:write")
    WebPage takeOut(@PathVariable String work, @RequestParam String code, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        return page(found, at, who, hands.takeOut(pages.goods(found), ScanText.of(code), cause));
    }

    @PostMapping("/pack/{work}/close")
    @Requires("shipping:write")
    WebPage close(
            @PathVariable String work,
            @RequestParam(required = false) @Nullable Long weight,
            @RequestParam(required = false) @Nullable Integer length,
            @RequestParam(required = false) @Nullable Integer width,
            @RequestParam(required = false) @Nullable Integer height,
            @RequestParam(required = false) @Nullable Integer version,
            WorkPlaces at,
            Who who,
            Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        if (negative(weight) || negative(length) || negative(width) || negative(height)) {
            return page(found, at, who, ScanAnswer.bad(t("shipping.packTableScreens.aPackageIsNotSmaller")));
        }
        Measures measures = new Measures(or0(weight), (int) or0(length), (int) or0(width), (int) or0(height));
        return page(found, at, who, hands.close(pages.goods(found), measures, version, cause));
    }

    private static boolean negative(@Nullable Number number) {
        return number != null && number.longValue() < 0;
    }

    private static long or0(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    /** Buys the labels that are missing. */
    @PostMapping("/pack/{work}/label")
    @Requires("shipping:write")
    WebPage label(@PathVariable String work, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        return page(found, at, who, hands.label(pages.goods(found), false, cause));
    }

    /** A person may choose to send what is closed before the rest. */
    @GetMapping("/pack/{work}/part")
    @Requires("shipping:write")
    WebPage askPart(@PathVariable String work, WorkPlaces at, Who who) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        String url = "/pack/" + found.number();
        return WebPage.asking(Dialog.of(
                                t("shipping.pack.sendWhatIsClosedNow"),
                                url + "/part",
                                url,
                                t("shipping.pack.sendThisPartNow"))
                        .explained(t("shipping.pack.theRestComesLater"))
                        .changing(hands.partForetold(pages.goods(found), who)))
                .in("pack")
                .crumb(t("shipping.packTableScreens.pack2"), "/pack")
                .crumb(found.number(), url);
    }

    @PostMapping("/pack/{work}/part")
    @Requires("shipping:write")
    Redirect part(@PathVariable String work, WorkPlaces at, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        ScanAnswer said = hands.label(pages.goods(found), true, cause);
        return Redirect.to(
                "/pack/" + found.number(), said.isBad() ? Flash.refused(said.text()) : Flash.done(said.text()));
    }

    private WebPage page(FulfilmentOrder work, WorkPlaces at, Who who, ScanAnswer said) {
        // Read again: what was just done has moved it on.
        FulfilmentOrder now = packages.work(work.number()).orElse(work);
        PackPage view = pages.page(pages.goods(now), at, who, said);
        WebPage page = WebPage.of("shipping/pack.jte", view, t("shipping.packTableScreens.pack", work.number()))
                .in("pack")
                .crumb(t("shipping.packTableScreens.pack2"), "/pack");
        return said.isBad() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT.value()) : page;
    }
}
