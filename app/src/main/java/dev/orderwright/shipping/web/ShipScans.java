package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.ScanCommand.Given;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelFilter;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a scan at the ship desk leads to: of a package that leaves, or of a command. */
@Component
class ShipScans {

    private static final List<ScanCommand> HERE = List.of(
            ScanCommand.CONFIRM, ScanCommand.UNDO, ScanCommand.HAND_OVER, ScanCommand.REPRINT, ScanCommand.VOID);

    /** As many as one page shows, and one command hands over. */
    private static final int AT_ONCE = 100;

    private final ShipDesk desk;
    private final Packages packages;
    private final ParcelCommands parcels;

    ShipScans(ShipDesk desk, Packages packages, ParcelCommands parcels) {
        this.desk = desk;
        this.packages = packages;
        this.parcels = parcels;
    }

    /** @param asked what waits to be confirmed, or for the package it is meant for */
    ScanAnswer scan(String code, String asked, WorkPlaces at, Who who, Cause cause) {
        if (ScanCommand.isOne(code)) {
            return ScanCommand.of(code)
                    .map(given -> command(given, asked, at, cause))
                    .orElseGet(() -> ScanCommand.unknown(code, HERE));
        }
        Optional<Parcel> found = packages.find(code);
        if (found.isEmpty()) {
            return ScanAnswer.bad(t("shipping.shipScreens.isOnNoPackageHere", code.strip()));
        }
        Parcel parcel = found.get();
        if (!at.has(parcel.nodeId())) {
            return ScanAnswer.bad(t("shipping.shipScreens.isAtAnotherNode", parcel.number()));
        }
        ScanCommand waits = waiting(asked);
        if (waits == ScanCommand.REPRINT) {
            return ParcelCommands.reprint(parcel, who);
        }
        if (waits == ScanCommand.VOID) {
            return parcels.voidLabel(parcel, cause);
        }
        ScanAnswer said = parcels.handOver(List.of(parcel), cause);
        return said.isBad() ? said : ScanAnswer.ok(t("shipping.shipScreens.isHandedOver", parcel.number()));
    }

    private static ScanCommand waiting(String asked) {
        return ScanCommand.of(asked).map(Given::command).orElse(ScanCommand.CONFIRM);
    }

    private ScanAnswer command(Given given, String asked, WorkPlaces at, Cause cause) {
        return switch (given.command()) {
            case CONFIRM ->
                waiting(asked) == ScanCommand.HAND_OVER
                        ? parcels.handOver(leaving(at), cause)
                        : ScanAnswer.bad(t("shared.scan.nothingToConfirm"));
            case HAND_OVER -> {
                int count = leaving(at).size();
                yield count == 0
                        ? ScanAnswer.bad(t("shipping.scan.nothingLeaves"))
                        : ScanAnswer.ask(t("shipping.scan.confirmHandOver", count), ScanCommand.HAND_OVER.code());
            }
            case REPRINT -> ScanAnswer.ask(t("shipping.scan.scanToPrint"), ScanCommand.REPRINT.code());
            case VOID -> ScanAnswer.ask(t("shipping.scan.scanToVoid"), ScanCommand.VOID.code());
            case UNDO ->
                asked.isEmpty()
                        ? ScanAnswer.bad(t("shipping.scan.goneStays"))
                        : ScanAnswer.ok(t("shared.scan.forgotten"));
            case BACK -> ScanAnswer.goTo("/pack", "");
            case PICK, PACK, SHIP -> ScanAnswer.goTo(given.command().place(), "");
            case NEXT, SKIP, NOT_FOUND, DAMAGED, NEW_BOX, EXTRA_BOX, SEAL, TIMES ->
                ScanCommand.unknown(given.command().title(), HERE);
        };
    }

    private List<Parcel> leaving(WorkPlaces at) {
        // Which day it is does not matter to what has not left.
        return desk
                .list(new ParcelFilter(ParcelList.TO_HAND_OVER, at.chosenId(), LocalDate.EPOCH), null, AT_ONCE)
                .items()
                .stream()
                .map(ShipDesk.Row::parcel)
                .toList();
    }
}
