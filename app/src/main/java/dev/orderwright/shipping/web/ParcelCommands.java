package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackageEvent;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.PackageTransitions;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.shipping.Shipping;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a scanner can do with packages that have a label: print it again, give it back, hand them over. */
@Component
class ParcelCommands {

    /** What takes back that a package was closed, before its number. */
    static final String CLOSED = "CLOSED ";

    private final Shipping shipping;

    ParcelCommands(Shipping shipping) {
        this.shipping = shipping;
    }

    static boolean mayVoid(Parcel parcel) {
        return PackageTransitions.isLegal(parcel.state(), PackageEvent.VOID_LABEL);
    }

    static boolean mayLeave(Parcel parcel) {
        return parcel.state() == PackageState.LABELLED;
    }

    /** The label comes out again, and may for another package by scanning that. */
    static ScanAnswer reprint(Parcel parcel, Who who) {
        if (!parcel.hasLabel()) {
            return ScanAnswer.bad(t("shipping.scan.noLabelYet", parcel.number()));
        }
        if (!ParcelCards.mayPrint(who)) {
            return ScanAnswer.bad(t("shipping.scan.mayNotPrint"));
        }
        return ScanAnswer.ask(t("shipping.scan.printed", parcel.number()), ScanCommand.REPRINT.code())
                .printing("/packages/" + parcel.number() + "/label.pdf");
    }

    ScanAnswer voidLabel(Parcel parcel, Cause cause) {
        return shipping.voidLabel(cause, parcel.id(), null) instanceof Outcome.Refused<PackResult> refused
                ? ScanAnswer.bad(Packages.words(refused.refusals()))
                : ScanAnswer.ok(t("shipping.scan.voided", parcel.number())).undoneBy(CLOSED + parcel.number());
    }

    ScanAnswer handOver(List<Parcel> parcels, Cause cause) {
        List<Long> ids = parcels.stream().map(Parcel::id).toList();
        return switch (shipping.handOver(cause, ids)) {
            case Outcome.Refused<HandedOver> refused -> ScanAnswer.bad(Packages.words(refused.refusals()));
            case Outcome.Done<HandedOver>(HandedOver gone, boolean replayed) -> said(gone);
        };
    }

    private static ScanAnswer said(HandedOver gone) {
        int left = gone.shipments().stream().mapToInt(Shipment::packages).sum();
        String stayed = gone.refused().stream()
                .map(PackResult::refusals)
                .flatMap(List::stream)
                .map(Refusal::reason)
                .distinct()
                .collect(Collectors.joining(" "));
        String manifests =
                gone.shipments().stream().map(Shipment::manifest).distinct().collect(Collectors.joining(", "));
        String done = left == 0
                ? t("shipping.shipScreens.nothingLeft")
                : t("shipping.shipScreens.packagesLeftOn", left, manifests);
        return stayed.isEmpty()
                ? ScanAnswer.ok(done)
                : ScanAnswer.bad(
                        t("shipping.refusal.hadToStay", done, gone.refused().size(), stayed));
    }
}
