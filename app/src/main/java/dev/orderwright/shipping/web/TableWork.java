package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackResults;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.web.PackPages.Goods;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hands do at a packing table: put in, take out, close, label. Each says what came of it. */
@Component
class TableWork {

    private final Packing packing;
    private final Shipping shipping;
    private final PackPages pages;
    private final ItemDecimals decimals;
    private final Foretelling foretelling;

    TableWork(Packing packing, Shipping shipping, PackPages pages, ItemDecimals decimals, Foretelling foretelling) {
        this.packing = packing;
        this.shipping = shipping;
        this.pages = pages;
        this.decimals = decimals;
        this.foretelling = foretelling;
    }

    ScanAnswer putIn(Goods goods, ScanText scan, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null && goods.units(SliceState.PICKED) == 0) {
            return ScanAnswer.bad(t("shipping.packTableScreens.nothingWaitsToBePacked"));
        }
        long packageId;
        if (open == null) {
            Outcome<PackResult> begun =
                    packing.open(cause.step("open"), goods.work().id());
            if (begun instanceof Outcome.Refused<PackResult> refused) {
                return ScanAnswer.bad(Packages.words(refused.refusals()));
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
            return ScanAnswer.bad(Packages.words(refused.refusals()));
        }
        BigDecimal said = scan.quantity() == null ? BigDecimal.ONE : scan.quantity();
        return ScanAnswer.ok(t(
                        "shipping.packTableScreens.in",
                        Quantities.text(units, itemDecimals),
                        name(goods, scan.code()),
                        packed.orThrow().packages().getFirst().number()))
                .undoneBy("-" + said.toPlainString() + "*" + scan.code());
    }

    ScanAnswer takeOut(Goods goods, ScanText scan, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null) {
            return ScanAnswer.bad(t("shipping.packTableScreens.noPackageIsOpen"));
        }
        int itemDecimals = decimals.of(scan.code(), goods.order().lines());
        long units = units(scan, itemDecimals);
        Outcome<PackResult> taken = packing.takeOut(cause, open.id(), scan.code(), units);
        return taken instanceof Outcome.Refused<PackResult> refused
                ? ScanAnswer.bad(Packages.words(refused.refusals()))
                : ScanAnswer.ok(t(
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

    /** What is complete with it gets its labels at once. */
    ScanAnswer close(Goods goods, Measures measures, @Nullable Integer version, Cause cause) {
        Parcel open = goods.open().orElse(null);
        if (open == null) {
            return ScanAnswer.bad(t("shipping.packTableScreens.noPackageIsOpen"));
        }
        Outcome<PackResult> sealed = packing.seal(cause, open.id(), measures, version);
        if (sealed instanceof Outcome.Refused<PackResult> refused) {
            return ScanAnswer.bad(Packages.words(refused.refusals()));
        }
        Goods now = pages.goods(goods.work());
        boolean complete =
                now.open().isEmpty() && now.units(SliceState.PICKED) == 0 && now.units(SliceState.RELEASED) == 0;
        return complete
                ? label(now, false, cause)
                : ScanAnswer.ok(t("shipping.packTableScreens.isClosedScanOnInto", open.number()));
    }

    /** What labels for the closed packages alone would change. */
    Effect partForetold(Goods goods, Who who) {
        List<Long> closed = goods.unlabelled().stream().map(Parcel::id).toList();
        return foretelling.of(who, cause -> shipping.label(cause, closed, true));
    }

    /** Buys the labels that are missing. */
    ScanAnswer label(Goods goods, boolean partial, Cause cause) {
        List<Long> ids = goods.unlabelled().stream().map(Parcel::id).toList();
        if (ids.isEmpty()) {
            return ScanAnswer.bad(t("shipping.packTableScreens.noClosedPackageWaitsFor"));
        }
        Outcome<PackResults> outcome = shipping.label(cause.step("label"), ids, partial);
        if (outcome instanceof Outcome.Refused<PackResults> refused) {
            return ScanAnswer.bad(Packages.words(refused.refusals()));
        }
        List<PackResult> results = outcome.orThrow().results();
        List<Refusal> refusals = results.stream()
                .flatMap(result -> result.refusals().stream())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            return ScanAnswer.bad(Packages.words(refusals));
        }
        boolean waiting = results.stream()
                .flatMap(result -> result.packages().stream())
                .anyMatch(packed -> packed.trackingNumber().isEmpty());
        String numbers = results.stream()
                .flatMap(result -> result.packages().stream())
                .map(PackResult.Packed::number)
                .collect(Collectors.joining(", "));
        return waiting
                ? ScanAnswer.bad(t("shipping.packTableScreens.theCarrierHasNotAnswered"))
                : ScanAnswer.ok(t("shipping.packTableScreens.haveTheirLabels", numbers, ids.size()));
    }
}
