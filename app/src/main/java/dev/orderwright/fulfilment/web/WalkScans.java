package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.web.WalkPage.Step;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.ScanCommand.Given;
import dev.orderwright.shared.web.ScanText;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a scan on the walk through the bins leads to: of a bin, of an item, or of a command. */
@Component
class WalkScans {

    private static final List<ScanCommand> HERE = List.of(
            ScanCommand.NEXT,
            ScanCommand.CONFIRM,
            ScanCommand.SKIP,
            ScanCommand.UNDO,
            ScanCommand.NOT_FOUND,
            ScanCommand.DAMAGED,
            ScanCommand.TIMES);

    private final Fulfilment fulfilment;
    private final WalkPages pages;
    private final NextWork next;

    WalkScans(Fulfilment fulfilment, WalkPages pages, NextWork next) {
        this.fulfilment = fulfilment;
        this.pages = pages;
        this.next = next;
    }

    /**
     * A scan.
     *
     * @param task the stop that was shown; null when none was
     * @param quantity what stood in the field beside the code
     * @param asked what waits to be confirmed
     */
    record Asked(
            @Nullable Integer task, String code, @Nullable BigDecimal quantity, String asked) {}

    /** @param task the stop to show now; null for the next of the walk */
    record Led(@Nullable Integer task, ScanAnswer said) {}

    Led scan(FulfilmentOrder work, Asked scan, WorkPlaces at, Who who, Cause cause) {
        if (ScanCommand.isOne(scan.code())) {
            return ScanCommand.of(scan.code())
                    .map(given -> command(work, scan, given, at, who, cause))
                    .orElseGet(() -> new Led(scan.task(), ScanCommand.unknown(scan.code(), HERE)));
        }
        PickList list = pages.list(work);
        Optional<PickList.Stop> here = WalkPages.stop(list, scan.task());
        if (here.isEmpty()) {
            return new Led(null, ScanAnswer.bad(t("fulfilment.walkScreens.everythingHasBeenTakenAlready")));
        }
        ScanText text = ScanText.of(scan.code());
        return bin(list, here.get(), text.code())
                .orElseGet(() -> item(work, here.get(), text, times(scan.asked()), scan.quantity(), cause));
    }

    private static Optional<Led> bin(PickList list, PickList.Stop stop, String code) {
        return list.stops().stream()
                .filter(one -> one.task().open() > 0 && one.task().bin().equalsIgnoreCase(code))
                .findFirst()
                .map(found -> new Led(
                        stop.task().bin().equalsIgnoreCase(code)
                                ? stop.task().taskNo()
                                : found.task().taskNo(),
                        ScanAnswer.ok(t(
                                "fulfilment.walkScreens.thisIsNowScanThe",
                                found.task().bin()))));
    }

    private Led item(
            FulfilmentOrder work,
            PickList.Stop stop,
            ScanText scan,
            @Nullable BigDecimal times,
            @Nullable BigDecimal field,
            Cause cause) {
        BigDecimal said = scan.quantity() != null ? scan.quantity() : times != null ? times : field;
        long units = said == null
                ? stop.task().open()
                : Quantities.units(said, stop.quantityDecimals()).orElse(0);
        Outcome<WorkResult> outcome = fulfilment.pick(
                cause, work.id(), List.of(new Scan(scan.code(), stop.task().bin(), units)));
        int task = stop.task().taskNo();
        return outcome instanceof Outcome.Refused<WorkResult> refused
                ? new Led(task, ScanAnswer.bad(Works.words(refused.refusals())))
                : new Led(
                        task,
                        ScanAnswer.ok(t(
                                "fulfilment.walkScreens.takenFrom",
                                Quantities.text(units, stop.quantityDecimals()),
                                stop.sku(),
                                stop.task().bin())));
    }

    /** How many times the next scan counts; null when nothing was said. */
    private static @Nullable BigDecimal times(String asked) {
        return ScanCommand.of(asked)
                .filter(given -> given.command() == ScanCommand.TIMES)
                .map(given -> BigDecimal.valueOf(given.number()))
                .orElse(null);
    }

    private Led command(FulfilmentOrder work, Asked scan, Given given, WorkPlaces at, Who who, Cause cause) {
        Step step = WalkPages.step(work);
        Optional<PickList.Stop> stop =
                step == Step.WALK ? WalkPages.stop(pages.list(work), scan.task()) : Optional.empty();
        return switch (given.command()) {
            case CONFIRM -> confirm(work, scan, step, who, cause);
            case NEXT -> new Led(scan.task(), next(work, step, at, who, cause));
            case SKIP -> skip(work, stop.orElse(null), at, who, cause);
            case NOT_FOUND, DAMAGED -> askShort(stop.orElse(null), given, scan);
            case UNDO -> new Led(scan.task(), undo(scan));
            case TIMES ->
                new Led(
                        scan.task(),
                        ScanAnswer.ask(t("shared.scan.times", given.number()), ScanCommand.TIMES.code(given.number())));
            case PACK -> {
                String packUrl = WalkPages.packUrl(work, who);
                yield new Led(null, ScanAnswer.goTo(packUrl.isEmpty() ? "/pack" : packUrl, ""));
            }
            case PICK, SHIP -> new Led(null, ScanAnswer.goTo(given.command().place(), ""));
            case BACK -> new Led(null, ScanAnswer.goTo("/pick", ""));
            case NEW_BOX, EXTRA_BOX, SEAL, REPRINT, VOID, HAND_OVER ->
                new Led(scan.task(), ScanCommand.unknown(given.command().title(), HERE));
        };
    }

    private ScanAnswer next(FulfilmentOrder work, Step step, WorkPlaces at, Who who, Cause cause) {
        return switch (step) {
            case ACCEPT, START -> started(work, who, cause);
            case WALK -> ScanAnswer.bad(t("fulfilment.scan.notDoneYet", work.number()));
            case PICKED, OVER -> next.next(at, who, cause);
        };
    }

    private ScanAnswer started(FulfilmentOrder work, Who who, Cause cause) {
        return next.start(work, who, cause) instanceof Outcome.Refused<WorkResult> refused
                ? ScanAnswer.bad(Works.words(refused.refusals()))
                : ScanAnswer.ok(t("fulfilment.scan.begun", work.number()));
    }

    private Led confirm(FulfilmentOrder work, Asked scan, Step step, Who who, Cause cause) {
        Given waits = ScanCommand.of(scan.asked()).orElse(null);
        Integer task = scan.task();
        if (waits != null && task != null) {
            if (waits.command() == ScanCommand.NOT_FOUND) {
                return shortPick(work, task, waits.number(), ShortPick.Reason.NOT_FOUND, cause);
            }
            if (waits.command() == ScanCommand.DAMAGED) {
                return shortPick(work, task, waits.number(), ShortPick.Reason.DAMAGED, cause);
            }
        }
        return new Led(
                task,
                step == Step.ACCEPT || step == Step.START
                        ? started(work, who, cause)
                        : ScanAnswer.bad(t("shared.scan.nothingToConfirm")));
    }

    /** The next stop of the walk, and from the last the first again; what is left of the list stays for later. */
    private Led skip(FulfilmentOrder work, PickList.@Nullable Stop stop, WorkPlaces at, Who who, Cause cause) {
        if (stop == null) {
            return new Led(null, next.next(at, who, cause));
        }
        List<PickList.Stop> open = pages.list(work).stops().stream()
                .filter(one -> one.task().open() > 0)
                .toList();
        int index = open.stream()
                .map(one -> one.task().taskNo())
                .toList()
                .indexOf(stop.task().taskNo());
        if (open.size() < 2) {
            return new Led(stop.task().taskNo(), ScanAnswer.bad(t("fulfilment.scan.lastStop")));
        }
        PickList.Stop after = open.get((index + 1) % open.size());
        return new Led(
                after.task().taskNo(),
                ScanAnswer.ok(t(
                        "fulfilment.scan.skipped",
                        stop.task().bin(),
                        after.task().bin())));
    }

    private static Led askShort(PickList.@Nullable Stop stop, Given given, Asked scan) {
        if (stop == null) {
            return new Led(scan.task(), ScanAnswer.bad(t("fulfilment.scan.noStop")));
        }
        BigDecimal times = times(scan.asked());
        long units = times == null
                ? stop.task().open()
                : Quantities.units(times, stop.quantityDecimals()).orElse(0);
        String text = t(
                "fulfilment.scan.confirmShort",
                Quantities.text(units, stop.quantityDecimals()),
                stop.sku(),
                stop.task().bin(),
                given.command().title());
        return new Led(
                stop.task().taskNo(), ScanAnswer.ask(text, given.command().code(units)));
    }

    private static ScanAnswer undo(Asked scan) {
        return scan.asked().isEmpty()
                ? ScanAnswer.bad(t("fulfilment.scan.takenStays"))
                : ScanAnswer.ok(t("shared.scan.forgotten"));
    }

    /** Units are not there, or not fit to be sent. */
    Led shortPick(FulfilmentOrder work, int task, long units, ShortPick.Reason reason, Cause cause) {
        PickList before = pages.list(work);
        Outcome<WorkResult> outcome = fulfilment.shortPick(cause, new ShortPick(work.id(), task, units, reason));
        return outcome instanceof Outcome.Refused<WorkResult> refused
                ? new Led(task, ScanAnswer.bad(Works.words(refused.refusals())))
                : new Led(null, ScanAnswer.ok(replaced(before, pages.list(work), units)));
    }

    /** What became of units that were not there. */
    private static String replaced(PickList before, PickList after, long units) {
        Set<Integer> known =
                before.stops().stream().map(stop -> stop.task().taskNo()).collect(Collectors.toSet());
        List<PickList.Stop> added = after.stops().stream()
                .filter(stop -> !known.contains(stop.task().taskNo()))
                .toList();
        long replaced = added.stream().mapToLong(stop -> stop.task().quantity()).sum();
        String bins = added.stream().map(stop -> stop.task().bin()).distinct().collect(Collectors.joining(" and "));
        if (replaced == 0) {
            return t("fulfilment.walkScreens.writtenOffNothingHereCan");
        }
        return replaced < units
                ? t("fulfilment.walkScreens.writtenOffAPartOf", bins)
                : t("fulfilment.walkScreens.writtenOffTakeItFrom", bins);
    }
}
