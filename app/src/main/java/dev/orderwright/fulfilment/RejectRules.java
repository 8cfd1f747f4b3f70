package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a node may give back, and which units that is. Pure. */
final class RejectRules {

    private RejectRules() {}

    /** What is wrong with a wish to give work back; several wishes for one work contradict each other. */
    static List<Refusal> check(
            FulfilmentOrder work, LockedOrder order, List<Rejection> wishes, List<CancelRequest> asked) {
        if (work.state().isEnded() || work.progress() == FulfilmentState.SHIPPED) {
            return List.of(Assigning.ended(work));
        }
        if (wishes.size() > 1) {
            return List.of(Refusal.of("named-twice", t("fulfilment.refusal.isNamedTwice", work.number())));
        }
        Rejection wish = wishes.getFirst();
        List<Refusal> refusals = new ArrayList<>();
        if (wish.reason() == Rejection.Reason.OTHER && wish.note().isBlank()) {
            refusals.add(Refusal.of("no-reason", "note", t("fulfilment.refusal.sayWhyWhenItIs")));
        }
        if (wish.correctStock() && !isWriteOff(wish.reason())) {
            refusals.add(Refusal.of(
                    "no-write-off", "correctStock", t("fulfilment.refusal.stockIsWrittenOffOnly", wish.reason())));
        }
        if (asked.stream().anyMatch(request -> request.fulfilmentId() == work.id())) {
            refusals.add(ShortPicks.cancelAsked(work, ""));
        }
        refusals.addAll(wish.lines().isEmpty() ? checkWhole(work, order) : checkLines(work, order, wish));
        return refusals;
    }

    private static boolean isWriteOff(Rejection.Reason reason) {
        return reason == Rejection.Reason.NOT_FOUND || reason == Rejection.Reason.DAMAGED;
    }

    private static List<Refusal> checkWhole(FulfilmentOrder work, LockedOrder order) {
        boolean packed = order.slicesOfFulfilment(work.id()).stream()
                .anyMatch(slice -> slice.state() != SliceState.RELEASED && slice.state() != SliceState.PICKED);
        return packed
                ? List.of(Refusal.of("already-packed", t("fulfilment.refusal.unitsOfArePackedAlready", work.number())))
                : List.of();
    }

    private static List<Refusal> checkLines(FulfilmentOrder work, LockedOrder order, Rejection wish) {
        Map<Integer, List<Slice>> released = Picking.released(work, order);
        List<Refusal> refusals = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < wish.lines().size(); i++) {
            Rejection.Line line = wish.lines().get(i);
            long open = released.getOrDefault(line.lineNo(), List.of()).stream()
                    .mapToLong(Slice::quantity)
                    .sum();
            String field = "lines[" + i + "]";
            if (!seen.add(line.lineNo())) {
                refusals.add(Refusal.of("named-twice", field + ".lineNo", t("fulfilment.refusal.theLineIsNamedTwice")));
            } else if (line.quantity() <= 0) {
                refusals.add(
                        Refusal.of("not-positive", field + ".quantity", t("fulfilment.refusal.theQuantityMustBeMore")));
            } else if (line.quantity() > open) {
                refusals.add(Refusal.of(
                        "more-than-open",
                        field + ".quantity",
                        t("fulfilment.refusal.onlyUnitsOfLineAre", open, line.lineNo())));
            }
        }
        return refusals;
    }

    /** The units that leave the node: not picked yet, and for the whole work also those that were. */
    static List<SliceChange> changes(FulfilmentOrder work, LockedOrder order, Rejection wish) {
        SliceEvent event = !wish.correctStock()
                ? SliceEvent.REJECT
                : wish.reason() == Rejection.Reason.DAMAGED ? SliceEvent.SHORT_DAMAGED : SliceEvent.SHORT_LOST;
        List<SliceChange> changes = new ArrayList<>();
        if (wish.lines().isEmpty()) {
            for (Slice slice : order.slicesOfFulfilment(work.id())) {
                changes.add(SliceChange.of(slice, slice.state() == SliceState.PICKED ? SliceEvent.UNPICK : event));
            }
            return changes;
        }
        Map<Integer, List<Slice>> released = Picking.released(work, order);
        for (Rejection.Line line : wish.lines()) {
            changes.addAll(UnitCutter.last(released.getOrDefault(line.lineNo(), List.of()), line.quantity(), event));
        }
        return changes;
    }
}
