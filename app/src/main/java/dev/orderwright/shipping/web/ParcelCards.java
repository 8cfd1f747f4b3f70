package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.Slice;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.Label;
import dev.orderwright.shipping.LabelState;
import dev.orderwright.shipping.PackageEvent;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.PackageTransitions;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.web.PackPage.ParcelCard;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Packages as cards: what is in them, where they are, and what may be done with them now. */
@Component
class ParcelCards {

    private final ShippingQueries queries;

    ParcelCards(ShippingQueries queries) {
        this.queries = queries;
    }

    List<ParcelCard> of(List<Parcel> parcels, Map<Integer, OrderLine> lines, List<Slice> slices, Who who) {
        return parcels.stream().map(parcel -> card(parcel, lines, slices, who)).toList();
    }

    private ParcelCard card(Parcel parcel, Map<Integer, OrderLine> lines, List<Slice> slices, Who who) {
        String url = "/packages/" + parcel.number();
        boolean mayWork = who.may("shipping:write");
        boolean mayPrint = mayPrint(who);
        return new ParcelCard(
                parcel.number(),
                url,
                Packages.chip(parcel.state()),
                contents(parcel.id(), slices, lines).entrySet().stream()
                        .map(entry ->
                                Quantities.text(entry.getValue(), entry.getKey().quantityDecimals()) + " × "
                                        + entry.getKey().sku())
                        .collect(Collectors.joining(", ")),
                weight(parcel.measures().weightGrams()),
                parcel.tag().trackingNumber(),
                problem(parcel),
                parcel.hasLabel() && mayPrint ? url + "/label.pdf" : "",
                parcel.hasLabel() && mayPrint ? url + "/label.zpl" : "",
                mayPrint ? url + "/packing-slip.pdf" : "",
                mayWork && parcel.state() == PackageState.SEALED,
                mayWork && PackageTransitions.isLegal(parcel.state(), PackageEvent.VOID_LABEL),
                mayWork && PackageTransitions.isLegal(parcel.state(), PackageEvent.LABEL));
    }

    /** Papers show who the package goes to. */
    static boolean mayPrint(Who who) {
        return who.may("documents:read") && (who.seesPersonalData() || who.may("personal:ship-to"));
    }

    /** Why a closed package has no label; empty when there is nothing to say. */
    String problem(Parcel parcel) {
        if (parcel.state() != PackageState.SEALED || parcel.tag().attempt() == 0) {
            return "";
        }
        return queries.labels(parcel.id()).stream()
                .filter(label -> label.attempt() == parcel.tag().attempt())
                .map(ParcelCards::problem)
                .findFirst()
                .orElse("");
    }

    private static String problem(Label label) {
        if (label.state() == LabelState.FAILED) {
            return t("shipping.parcelCards.noLabel", label.problem());
        }
        return label.state() == LabelState.REQUESTED ? t("shipping.parcelCards.theCarrierHasNotAnswered") : "";
    }

    /** What lies in a package, in the items' smallest units by line. */
    static Map<OrderLine, Long> contents(long packageId, List<Slice> slices, Map<Integer, OrderLine> lines) {
        return contents(slices, slice -> slice.packageId() != null && slice.packageId() == packageId, lines);
    }

    /** The same of whatever lies together. */
    static Map<OrderLine, Long> contents(List<Slice> slices, Predicate<Slice> inside, Map<Integer, OrderLine> lines) {
        Map<OrderLine, Long> contents = new LinkedHashMap<>();
        for (Slice slice : slices) {
            OrderLine line = lines.get(slice.lineNo());
            if (inside.test(slice) && line != null) {
                contents.merge(line, slice.quantity(), Long::sum);
            }
        }
        return contents;
    }

    /** {@code 1.25 kg}; empty when nobody has weighed it. */
    static String weight(long grams) {
        return grams == 0
                ? ""
                : t(
                        "shipping.parcelCards.kg",
                        BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString());
    }
}
