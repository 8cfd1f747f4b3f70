package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackResults;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.web.PackPage.Said;
import dev.orderwright.shipping.web.PackPages.Goods;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Scanned or typed instead of an item: closes the package, with its weight in grams if somebody has weighed it. */
    private static final Pattern CLOSE = Pattern.compile("SEAL(?:\\s+(\\d{1,7}))?", Pattern.CASE_INSENSITIVE);

    private final Packing packing;
    private final Shipping shipping;
    private final Packages packages;
    private final PackPages pages;
    private final ItemDecimals decimals;
    private final Foretelling foretelling;

    PackTableScreens(
            Packing packing,
            Shipping shipping,
            Packages packages,
            PackPages pages,
            ItemDecimals decimals,
            Foretelling foretelling) {
        this.packing = packing;
        this.shipping = shipping;
        this.packages = packages;
        this.pages = pages;
        this.decimals = decimals;
        this.foretelling = foretelling;
    }

    @GetMapping("/pack/{work}")
    @Requires("shipping:read")
    WebPage table(@PathVariable String work, WorkPlaces at, Who who) {
        return page(packages.workForPerson(work, at), at, who, Said.NOTHING);
    }

    /** A unit goes into the package ({@code 3*} before the code for three), or comes out again ({@code -}). */
    @PostMapping("/pack/{work}/scan")
    @Requires("shipping:write")
    WebPage scan(@PathVariable String work, @RequestParam String code, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        Goods goods = pages.goods(found);
        Matcher close = CLOSE.matcher(code.strip());
        if (close.matches()) {
            long grams = close.group(1) == null ? 0 : Long.parseLong(close.group(1));
            return page(found, at, who, close(goods, new Measures(grams, 0, 0, 0), null, cause));
        }
        ScanText scan = ScanText.of(code);
        return page(found, at, who, scan.back() ? takeOut(goods, scan, cause) : putIn(goods, scan, cause));
    }

    private Said putIn(Goods goods, ScanText scan, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null && goods.units(SliceState.PICKED) == 0) {
            return Said.bad(t("shipping.packTableScreens.nothingWaitsToBePacked"));
        }
        long packageId;
        if (open == null) {
            Outcome<PackResult> begun =
                    packing.open(cause.step("open"), goods.work().id());
            if (begun instanceof Outcome.Refused<PackResult> refused) {
                return Said.bad(Packages.words(refused.refusals()));
            }
            packageId = begun.orThrow().packages().getFirst().packageId();
        } else {
            packageId = open.id();
        }
        int itemDecimals = decimals.of(scan.code(), goods.order().lines());
        long units = units(scan, itemDecimals);
        Outcome<PackResult> packed = packing.scan(cause, packageId, scan.code(), units);
        if (packed instanceof Outcome.Refused<PackResult> refused) {
            if (open == null) {
                // It was begun for nothing, and an open package would keep the others from their labels.
                packing.discard(cause.step("discard"), packageId);
            }
            return Said.bad(Packages.words(refused.refusals()));
        }
        return Said.ok(t(
                "shipping.packTableScreens.in",
                Quantities.text(units, itemDecimals),
                name(goods, scan.code()),
                packed.orThrow().packages().getFirst().number()));
    }

    private Said takeOut(Goods goods, ScanText scan, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null) {
            return Said.bad(t("shipping.packTableScreens.noPackageIsOpen"));
        }
        int itemDecimals = decimals.of(scan.code(), goods.order().lines());
        long units = units(scan, itemDecimals);
        Outcome<PackResult> taken = packing.takeOut(cause, open.id(), scan.code(), units);
        return taken instanceof Outcome.Refused<PackResult> refused
                ? Said.bad(Packages.words(refused.refusals()))
                : Said.ok(t(
                        "shipping.packTableScreens.takenOut",
                        Quantities.text(units, itemDecimals),
                        name(goods, scan.code())));
    }

    private static long units(ScanText scan, int itemDecimals) {
        return Quantities.units(scan.quantity() == null ? BigDecimal.ONE : scan.quantity(), itemDecimals)
                .orElse(0);
    }

    /** What was scanned, as the order calls it. */
    private String name(Goods goods, String code) {
        return decimals.line(code, goods.order().lines()).map(OrderLine::sku).orElse(code);
    }

    /** Takes units of a line of the list out again. */
    @PostMapping("/pack/{work}/take-out")
    @Requires("shipping:write")
    WebPage takeOut(@PathVariable String work, @RequestParam String code, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        return page(found, at, who, takeOut(pages.goods(found), ScanText.of(code), cause));
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
            return page(found, at, who, Said.bad(t("shipping.packTableScreens.aPackageIsNotSmaller")));
        }
        Measures measures = new Measures(or0(weight), (int) or0(length), (int) or0(width), (int) or0(height));
        return page(found, at, who, close(pages.goods(found), measures, version, cause));
    }

    private static boolean negative(@Nullable Number number) {
        return number != null && number.longValue() < 0;
    }

    private static long or0(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    private Said close(Goods goods, Measures measures, @Nullable Integer version, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null) {
            return Said.bad(t("shipping.packTableScreens.noPackageIsOpen"));
        }
        Outcome<PackResult> sealed = packing.seal(cause, open.id(), measures, version);
        if (sealed instanceof Outcome.Refused<PackResult> refused) {
            return Said.bad(Packages.words(refused.refusals()));
        }
        Goods now = pages.goods(goods.work());
        boolean complete =
                now.open().isEmpty() && now.units(SliceState.PICKED) == 0 && now.units(SliceState.RELEASED) == 0;
        return complete
                ? label(now, false, cause)
                : Said.ok(t("shipping.packTableScreens.isClosedScanOnInto", open.number()));
    }

    /** Buys the labels that are missing. */
    @PostMapping("/pack/{work}/label")
    @Requires("shipping:write")
    WebPage label(@PathVariable String work, WorkPlaces at, Who who, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        return page(found, at, who, label(pages.goods(found), false, cause));
    }

    /** A person may choose to send what is closed before the rest. */
    @GetMapping("/pack/{work}/part")
    @Requires("shipping:write")
    WebPage askPart(@PathVariable String work, WorkPlaces at, Who who) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        List<Long> closed =
                pages.goods(found).unlabelled().stream().map(Parcel::id).toList();
        String url = "/pack/" + found.number();
        return WebPage.asking(Dialog.of(
                                t("shipping.pack.sendWhatIsClosedNow"),
                                url + "/part",
                                url,
                                t("shipping.pack.sendThisPartNow"))
                        .explained(t("shipping.pack.theRestComesLater"))
                        .changing(foretelling.of(who, cause -> shipping.label(cause, closed, true))))
                .in("pack")
                .crumb(t("shipping.packTableScreens.pack2"), "/pack")
                .crumb(found.number(), url);
    }

    @PostMapping("/pack/{work}/part")
    @Requires("shipping:write")
    Redirect part(@PathVariable String work, WorkPlaces at, Cause cause) {
        FulfilmentOrder found = packages.workForPerson(work, at);
        Said said = label(pages.goods(found), true, cause);
        return Redirect.to(
                "/pack/" + found.number(), said.isBad() ? Flash.refused(said.text()) : Flash.done(said.text()));
    }

    private Said label(Goods goods, boolean partial, Cause cause) {
        List<Long> ids = goods.unlabelled().stream().map(Parcel::id).toList();
        if (ids.isEmpty()) {
            return Said.bad(t("shipping.packTableScreens.noClosedPackageWaitsFor"));
        }
        Outcome<PackResults> outcome = shipping.label(cause.step("label"), ids, partial);
        if (outcome instanceof Outcome.Refused<PackResults> refused) {
            return Said.bad(Packages.words(refused.refusals()));
        }
        List<PackResult> results = outcome.orThrow().results();
        List<Refusal> refusals = results.stream()
                .flatMap(result -> result.refusals().stream())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            return Said.bad(Packages.words(refusals));
        }
        boolean waiting = results.stream()
                .flatMap(result -> result.packages().stream())
                .anyMatch(packed -> packed.trackingNumber().isEmpty());
        String numbers = results.stream()
                .flatMap(result -> result.packages().stream())
                .map(PackResult.Packed::number)
                .collect(Collectors.joining(", "));
        return waiting
                ? Said.bad(t("shipping.packTableScreens.theCarrierHasNotAnswered"))
                : Said.ok(t("shipping.packTableScreens.haveTheirLabels", numbers, ids.size()));
    }

    private WebPage page(FulfilmentOrder work, WorkPlaces at, Who who, Said said) {
        // Read again: what was just done has moved it on.
        FulfilmentOrder now = packages.work(work.number()).orElse(work);
        PackPage view = pages.page(pages.goods(now), at, who, said);
        WebPage page = WebPage.of("shipping/pack.jte", view, t("shipping.packTableScreens.pack", work.number()))
                .in("pack")
                .crumb(t("shipping.packTableScreens.pack2"), "/pack");
        return said.isBad() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT.value()) : page;
    }
}
