package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.ScanCommand.Given;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.web.PackPage.Step;
import dev.orderwright.shipping.web.PackPages.Goods;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a scan at a packing table leads to: of a unit, of a package, or of a command. */
@Component
class PackScans {

    private static final List<ScanCommand> HERE = List.of(
            ScanCommand.NEXT,
            ScanCommand.CONFIRM,
            ScanCommand.SKIP,
            ScanCommand.UNDO,
            ScanCommand.NEW_BOX,
            ScanCommand.EXTRA_BOX,
            ScanCommand.SEAL,
            ScanCommand.REPRINT,
            ScanCommand.VOID,
            ScanCommand.HAND_OVER,
            ScanCommand.TIMES);

    /** What takes back that a box was opened. */
    private static final String BOX = "BOX";

    private static final int LOOKED_AT = 2;

    private final Packing packing;
    private final PackPages pages;
    private final TableWork table;
    private final ParcelCommands parcels;
    private final FulfilmentQueries works;

    PackScans(Packing packing, PackPages pages, TableWork table, ParcelCommands parcels, FulfilmentQueries works) {
        this.packing = packing;
        this.pages = pages;
        this.table = table;
        this.parcels = parcels;
        this.works = works;
    }

    /**
     * A scan.
     *
     * @param asked what waits to be confirmed, or for the code it is meant for
     * @param undo what takes the scan before it back
     */
    record Asked(String code, String asked, String undo) {}

    ScanAnswer scan(Goods goods, Asked scan, WorkPlaces at, Who who, Cause cause) {
        ScanAnswer said = answer(goods, scan, at, who, cause);
        // What was done before a wrong scan can still be taken back.
        return said.isBad() ? said.undoneBy(scan.undo()) : said;
    }

    private ScanAnswer answer(Goods goods, Asked scan, WorkPlaces at, Who who, Cause cause) {
        if (ScanCommand.isOne(scan.code())) {
            return ScanCommand.of(scan.code())
                    .map(given -> command(goods, scan, given, at, who, cause))
                    .orElseGet(() -> ScanCommand.unknown(scan.code(), HERE));
        }
        Optional<Given> waits = ScanCommand.of(scan.asked());
        Optional<Parcel> parcel = named(goods, scan.code());
        if (waits.isPresent() && parcel.isPresent()) {
            if (waits.get().command() == ScanCommand.VOID) {
                return parcels.voidLabel(parcel.get(), cause);
            }
            if (waits.get().command() == ScanCommand.REPRINT) {
                return ParcelCommands.reprint(parcel.get(), who);
            }
        }
        long times = waits.filter(given -> given.command() == ScanCommand.TIMES)
                .map(Given::number)
                .orElse(0L);
        ScanText read = ScanText.of(scan.code());
        ScanText text = times > 0 && read.quantity() == null
                ? new ScanText(read.code(), java.math.BigDecimal.valueOf(times), read.back())
                : read;
        return text.back() ? table.takeOut(goods, text, cause) : table.putIn(goods, text, cause);
    }

    private static Optional<Parcel> named(Goods goods, String code) {
        return goods.parcels().stream()
                .filter(parcel -> parcel.number().equalsIgnoreCase(code.strip())
                        || parcel.tag().trackingNumber().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    private ScanAnswer command(Goods goods, Asked scan, Given given, WorkPlaces at, Who who, Cause cause) {
        Step step = PackPages.step(goods);
        return switch (given.command()) {
            case NEXT ->
                step == Step.SCAN || step == Step.CLOSE
                        ? ScanAnswer.bad(t("shipping.scan.notPackedYet", goods.units(SliceState.PICKED)))
                        : next(goods, at);
            case SKIP -> next(goods, at);
            case CONFIRM -> confirm(goods, scan, step, cause);
            case UNDO -> undo(goods, scan, cause);
            case SEAL -> seal(goods, new Measures(given.number(), 0, 0, 0), cause);
            case NEW_BOX -> newBox(goods, cause);
            case EXTRA_BOX -> open(goods, cause);
            case REPRINT ->
                last(goods, Parcel::hasLabel)
                        .map(parcel -> ParcelCommands.reprint(parcel, who))
                        .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.noLabels")));
            case VOID ->
                last(goods, ParcelCommands::mayVoid)
                        .map(parcel -> ScanAnswer.ask(
                                t("shipping.scan.confirmVoid", parcel.number()), ScanCommand.VOID.code()))
                        .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.noLabels")));
            case HAND_OVER -> {
                long leaving = goods.parcels().stream()
                        .filter(ParcelCommands::mayLeave)
                        .count();
                yield step == Step.READY && leaving > 0
                        ? ScanAnswer.ask(t("shipping.scan.confirmHandOver", leaving), ScanCommand.HAND_OVER.code())
                        : ScanAnswer.bad(t("shipping.scan.notReady"));
            }
            case TIMES ->
                ScanAnswer.ask(t("shared.scan.times", given.number()), ScanCommand.TIMES.code(given.number()));
            case BACK -> ScanAnswer.goTo("/pack", "");
            case PICK, PACK, SHIP -> ScanAnswer.goTo(given.command().place(), "");
            case NOT_FOUND, DAMAGED -> ScanCommand.unknown(given.command().title(), HERE);
        };
    }

    private static Optional<Parcel> last(Goods goods, java.util.function.Predicate<Parcel> which) {
        return goods.parcels().reversed().stream().filter(which).findFirst();
    }

    private ScanAnswer next(Goods goods, WorkPlaces at) {
        return works.list(new WorkFilter(WorkList.TO_PACK, at.chosenId(), null), LOOKED_AT).stream()
                .map(row -> row.work().number())
                .filter(number -> !number.equals(goods.work().number()))
                .findFirst()
                .map(number -> ScanAnswer.goTo("/pack/" + number, t("shipping.scan.nextIs", number)))
                .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.nothingWaits")));
    }

    private ScanAnswer confirm(Goods goods, Asked scan, Step step, Cause cause) {
        ScanCommand waits = ScanCommand.of(scan.asked()).map(Given::command).orElse(ScanCommand.CONFIRM);
        if (waits == ScanCommand.VOID) {
            return last(goods, ParcelCommands::mayVoid)
                    .map(parcel -> parcels.voidLabel(parcel, cause))
                    .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.noLabels")));
        }
        if (waits == ScanCommand.HAND_OVER) {
            return parcels.handOver(
                    goods.parcels().stream().filter(ParcelCommands::mayLeave).toList(), cause);
        }
        return switch (step) {
            case CLOSE -> seal(goods, Measures.NONE, cause);
            case LABEL -> table.label(goods, false, cause);
            case SCAN, READY, WAIT, OVER -> ScanAnswer.bad(t("shared.scan.nothingToConfirm"));
        };
    }

    /** A box that nothing was put into is thrown away instead. */
    private ScanAnswer seal(Goods goods, Measures measures, Cause cause) {
        Parcel box = goods.open().orElse(null);
        if (box != null && isEmpty(goods, box)) {
            return packing.discard(cause.step("discard"), box.id()) instanceof Outcome.Refused<PackResult> refused
                    ? ScanAnswer.bad(Packages.words(refused.refusals()))
                    : ScanAnswer.ok(t("shipping.scan.thrownAway", box.number()));
        }
        ScanAnswer said = table.close(goods, measures, null, cause);
        return box == null || said.isBad() ? said : said.undoneBy(ParcelCommands.CLOSED + box.number());
    }

    private static boolean isEmpty(Goods goods, Parcel box) {
        return goods.slices().stream().noneMatch(slice -> slice.packageId() != null && slice.packageId() == box.id());
    }

    private ScanAnswer newBox(Goods goods, Cause cause) {
        Parcel box = goods.open().orElse(null);
        if (box == null || isEmpty(goods, box)) {
            return box == null ? open(goods, cause) : ScanAnswer.bad(t("shipping.scan.emptyAlready", box.number()));
        }
        ScanAnswer closed = seal(goods, Measures.NONE, cause);
        Goods now = pages.goods(goods.work());
        return closed.isBad() || now.units(SliceState.PICKED) == 0 ? closed : open(now, cause.step("next"));
    }

    /** A box more, beside the one that is open; that one comes back when this one is closed. */
    private ScanAnswer open(Goods goods, Cause cause) {
        if (goods.units(SliceState.PICKED) == 0) {
            return ScanAnswer.bad(t("shipping.scan.nothingForIt"));
        }
        return switch (packing.open(cause.step("box"), goods.work().id())) {
            case Outcome.Refused<PackResult> refused -> ScanAnswer.bad(Packages.words(refused.refusals()));
            case Outcome.Done<PackResult>(PackResult begun, boolean replayed) ->
                ScanAnswer.ok(t(
                                "shipping.scan.opened",
                                begun.packages().getFirst().number()))
                        .undoneBy(BOX);
        };
    }

    private ScanAnswer undo(Goods goods, Asked scan, Cause cause) {
        if (!scan.asked().isEmpty()) {
            return ScanAnswer.ok(t("shared.scan.forgotten")).undoneBy(scan.undo());
        }
        if (scan.undo().isEmpty()) {
            return ScanAnswer.bad(t("shipping.scan.nothingToUndo"));
        }
        if (scan.undo().equals(BOX)) {
            return goods.open()
                    .filter(box -> isEmpty(goods, box))
                    .map(box -> seal(goods, Measures.NONE, cause))
                    .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.nothingToUndo")));
        }
        if (scan.undo().startsWith(ParcelCommands.CLOSED)) {
            return named(goods, scan.undo().substring(ParcelCommands.CLOSED.length()))
                    .map(parcel -> reopen(parcel, cause))
                    .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.nothingToUndo")));
        }
        return table.takeOut(goods, ScanText.of(scan.undo()), cause);
    }

    private ScanAnswer reopen(Parcel parcel, Cause cause) {
        return packing.reopen(cause, parcel.id()) instanceof Outcome.Refused<PackResult> refused
                ? ScanAnswer.bad(Packages.words(refused.refusals()))
                : ScanAnswer.ok(t("shipping.parcelScreens.isOpenAgain", parcel.number()));
    }
}
