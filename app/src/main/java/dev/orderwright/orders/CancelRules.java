package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which units a cancellation takes: those that are the least far, from the back of the line. Units at a node are asked
 * for; units that were shipped cannot be cancelled. Pure.
 */
final class CancelRules {

    private static final Set<SliceState> CANCELLABLE = EnumSet.of(
            SliceState.OPEN,
            SliceState.BACKORDERED,
            SliceState.RESERVED,
            SliceState.RELEASED,
            SliceState.PICKED,
            SliceState.PACKED);

    private CancelRules() {}

    /** What to do: cancel at once, and ask for. Empty lists and refusals exclude each other. */
    record Decision(List<SliceChange> changes, List<Slice> asks, List<Refusal> refusals) {}

    /** @param asked units for which a node has been asked already */
    static Decision decide(LockedOrder order, List<CancelOrder.Line> wishes, List<CancelRequest> asked) {
        List<SliceChange> changes = new ArrayList<>();
        List<Slice> asks = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<CancelOrder.Line> wanted = wishes.isEmpty() ? everything(order, asked) : wishes;
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            CancelOrder.Line wish = wanted.get(i);
            String field = "lines[" + i + "]";
            if (order.findLine(wish.lineNo()).isEmpty() || !seen.add(wish.lineNo())) {
                refusals.add(Refusal.of(
                        "unknown-line", field + ".lineNo", t("orders.refusal.theOrderHasNoLine", wish.lineNo())));
            } else if (wish.quantity() <= 0) {
                refusals.add(
                        Refusal.of("not-positive", field + ".quantity", t("orders.refusal.theQuantityMustBeMore")));
            } else {
                take(order, wish, asked, changes, asks, refusals, field);
            }
        }
        if (wanted.isEmpty()) {
            refusals.add(Refusal.of("nothing-to-cancel", "", t("orders.refusal.nothingOfThisOrderCan")));
        }
        return refusals.isEmpty()
                ? new Decision(changes, asks, List.of())
                : new Decision(List.of(), List.of(), refusals);
    }

    private static List<CancelOrder.Line> everything(LockedOrder order, List<CancelRequest> asked) {
        Map<Integer, Long> units = new TreeMap<>();
        for (Slice slice : cancellable(order, asked)) {
            units.merge(slice.lineNo(), slice.quantity(), Long::sum);
        }
        return units.entrySet().stream()
                .map(line -> new CancelOrder.Line(line.getKey(), line.getValue()))
                .toList();
    }

    private static void take(
            LockedOrder order,
            CancelOrder.Line wish,
            List<CancelRequest> asked,
            List<SliceChange> changes,
            List<Slice> asks,
            List<Refusal> refusals,
            String field) {
        long left = wish.quantity();
        for (Slice slice : cancellable(order, asked)) {
            if (slice.lineNo() != wish.lineNo() || left == 0) {
                continue;
            }
            long quantity = Math.min(left, slice.quantity());
            if (slice.state().isAtNode()) {
                asks.add(slice.units(slice.endUnit() - quantity, slice.endUnit()));
            } else {
                changes.add(SliceChange.tail(slice, quantity, SliceEvent.CANCEL));
            }
            left -= quantity;
        }
        if (left > 0) {
            refusals.add(Refusal.of(
                    "not-cancellable",
                    field + ".quantity",
                    t("orders.refusal.onlyOfUnitsOfLine", (wish.quantity() - left), wish.quantity(), wish.lineNo())));
        }
    }

    /** The least far first; within a state from the back. Units that a node was asked for are not taken twice. */
    private static List<Slice> cancellable(LockedOrder order, List<CancelRequest> asked) {
        List<Slice> free = new ArrayList<>();
        for (Slice slice : order.slices()) {
            if (CANCELLABLE.contains(slice.state())) {
                free.addAll(without(slice, asked));
            }
        }
        free.sort(Comparator.comparing(Slice::state)
                .thenComparing(Comparator.comparingLong(Slice::firstUnit).reversed()));
        return free;
    }

    private static List<Slice> without(Slice slice, List<CancelRequest> asked) {
        List<Slice> parts = List.of(slice);
        for (CancelRequest request : asked) {
            List<Slice> next = new ArrayList<>();
            for (Slice part : parts) {
                next.addAll(without(part, request));
            }
            parts = next;
        }
        return parts;
    }

    private static List<Slice> without(Slice part, CancelRequest request) {
        if (request.lineNo() != part.lineNo()
                || request.endUnit() <= part.firstUnit()
                || request.firstUnit() >= part.endUnit()) {
            return List.of(part);
        }
        List<Slice> rest = new ArrayList<>();
        if (part.firstUnit() < request.firstUnit()) {
            rest.add(part.units(part.firstUnit(), request.firstUnit()));
        }
        if (request.endUnit() < part.endUnit()) {
            rest.add(part.units(request.endUnit(), part.endUnit()));
        }
        return rest;
    }

    /** Units of a line that were shipped or delivered, the last ones first, to be taken back. */
    static Decision takeBack(LockedOrder order, List<CancelOrder.Line> wishes) {
        List<SliceChange> changes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            CancelOrder.Line wish = wishes.get(i);
            long left = wish.quantity();
            List<Slice> out = order.slices().stream()
                    .filter(s -> s.lineNo() == wish.lineNo())
                    .filter(s -> s.state() == SliceState.SHIPPED || s.state() == SliceState.DELIVERED)
                    .sorted(Comparator.comparingLong(Slice::firstUnit).reversed())
                    .toList();
            for (Slice slice : out) {
                long quantity = Math.min(left, slice.quantity());
                if (quantity > 0) {
                    changes.add(SliceChange.tail(slice, quantity, SliceEvent.TAKE_BACK));
                    left -= quantity;
                }
            }
            if (left > 0 || wish.quantity() <= 0) {
                refusals.add(Refusal.of(
                        "more-than-delivered",
                        "lines[" + i + "].quantity",
                        t("orders.refusal.onlyUnitsOfLineWere", (wish.quantity() - left), wish.lineNo())));
            }
        }
        return refusals.isEmpty()
                ? new Decision(changes, List.of(), List.of())
                : new Decision(List.of(), List.of(), refusals);
    }
}
