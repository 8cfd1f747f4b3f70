package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.orders.SliceTransitions.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pure rules of slices: splitting, merging, and what an event makes of them. The sum never changes. */
final class SliceRules {

    static final Comparator<Slice> BY_UNIT =
            Comparator.comparingInt(Slice::lineNo).thenComparingLong(Slice::firstUnit);

    /** What gives units their days. */
    private static final Set<SliceEvent> PROMISING =
            EnumSet.of(SliceEvent.RESERVE, SliceEvent.BACKORDER, SliceEvent.REDATE);

    private SliceRules() {}

    /** What came of one change: the order's slices afterwards, what was applied, and the stock that moves. */
    record Applied(
            List<Slice> slices,
            AppliedChange change,
            @Nullable StockMove move) {}

    /**
     * Applies one event to some units of an order.
     *
     * @param reason for the stock move
     * @throws IllegalStateException when the units are not within one slice or the transition is not legal
     */
    static Applied apply(LockedOrder order, List<Slice> slices, SliceChange change, Instant at, String reason) {
        Slice whole = sliceAround(order, slices, change);
        Transition transition = SliceTransitions.find(whole.state(), change.event())
                .orElseThrow(
                        () -> new IllegalStateException("order " + order.head().number() + " line " + change.lineNo()
                                + ": " + change.event() + " is not legal in " + whole.state()));
        long end = change.firstUnit() + change.quantity();
        Slice before = whole.units(change.firstUnit(), end);
        Slice after = after(before, transition, change, at);
        List<Slice> result = new ArrayList<>(slices.size() + 2);
        for (Slice slice : slices) {
            if (slice != whole) {
                result.add(slice);
                continue;
            }
            if (whole.firstUnit() < change.firstUnit()) {
                result.add(whole.units(whole.firstUnit(), change.firstUnit()));
            }
            result.add(after);
            if (end < whole.endUnit()) {
                result.add(whole.units(end, whole.endUnit()));
            }
        }
        OrderLine line = order.line(change.lineNo());
        return new Applied(
                result,
                new AppliedChange(order, line, before, after, change.event()),
                stockMove(line, before, after, transition, reason));
    }

    private static Slice sliceAround(LockedOrder order, List<Slice> slices, SliceChange change) {
        for (Slice slice : slices) {
            if (slice.lineNo() == change.lineNo()
                    && slice.firstUnit() <= change.firstUnit()
                    && change.firstUnit() + change.quantity() <= slice.endUnit()) {
                return slice;
            }
        }
        throw new IllegalStateException("order " + order.head().number() + " line " + change.lineNo() + ": units "
                + change.firstUnit() + " + " + change.quantity() + " are not within one slice of " + slices);
    }

    private static Slice after(Slice before, Transition transition, SliceChange change, Instant at) {
        boolean givenBack = transition.to() == SliceState.OPEN || transition.to() == SliceState.CANCELLED;
        if (givenBack) {
            return new Slice(
                    before.orderId(),
                    before.lineNo(),
                    before.firstUnit(),
                    before.quantity(),
                    before.itemId(),
                    transition.to(),
                    null,
                    null,
                    null,
                    null,
                    before.deliverOn(),
                    at);
        }
        boolean promised = PROMISING.contains(change.event());
        boolean unpacked = change.event() == SliceEvent.UNPACK;
        return new Slice(
                before.orderId(),
                before.lineNo(),
                before.firstUnit(),
                before.quantity(),
                before.itemId(),
                transition.to(),
                change.nodeId() != null ? change.nodeId() : before.nodeId(),
                change.fulfilmentId() != null ? change.fulfilmentId() : before.fulfilmentId(),
                unpacked ? null : change.packageId() != null ? change.packageId() : before.packageId(),
                promised || change.shipOn() != null ? change.shipOn() : before.shipOn(),
                promised || change.deliverOn() != null ? change.deliverOn() : before.deliverOn(),
                at);
    }

    private static @Nullable StockMove stockMove(
            OrderLine line, Slice before, Slice after, Transition transition, String reason) {
        if (line.kind() != ItemKind.STOCKED || transition.stockFrom() == null || transition.stockTo() == null) {
            return null;
        }
        Long node = before.nodeId() != null ? before.nodeId() : after.nodeId();
        if (node == null) {
            throw new IllegalStateException(
                    "order " + before.orderId() + " line " + before.lineNo() + ": stock moves without a node");
        }
        return new StockMove(
                before.itemId(),
                node,
                transition.stockFrom(),
                node,
                transition.stockTo(),
                before.quantity(),
                reason,
                "order",
                before.orderId(),
                before.lineNo());
    }

    /**
     * What happens to services (postage, fees) of the orders that were changed: they are rendered with the first
     * shipment, and cancelled when no goods are left to be delivered.
     */
    static List<SliceChange> services(List<AppliedChange> applied) {
        Set<LockedOrder> orders = new LinkedHashSet<>();
        applied.forEach(change -> orders.add(change.order()));
        List<SliceChange> changes = new ArrayList<>();
        for (LockedOrder order : orders) {
            List<Slice> services = new ArrayList<>();
            boolean shipped = false;
            boolean goodsLeft = false;
            for (Slice slice : order.slices()) {
                if (order.line(slice.lineNo()).kind() == ItemKind.SERVICE) {
                    if (slice.state() == SliceState.OPEN) {
                        services.add(slice);
                    }
                } else {
                    shipped |= slice.state() == SliceState.SHIPPED;
                    goodsLeft |= slice.state() != SliceState.CANCELLED;
                }
            }
            for (Slice service : services) {
                if (shipped) {
                    changes.add(SliceChange.of(service, SliceEvent.RENDER));
                } else if (!goodsLeft) {
                    changes.add(SliceChange.of(service, SliceEvent.CANCEL));
                }
            }
        }
        return changes;
    }

    /** Joins neighbours that differ in nothing but their units, so that splitting leaves no crumbs. */
    static List<Slice> merged(List<Slice> slices) {
        List<Slice> sorted = new ArrayList<>(slices);
        sorted.sort(BY_UNIT);
        List<Slice> result = new ArrayList<>(sorted.size());
        for (Slice slice : sorted) {
            if (!result.isEmpty() && joins(result.getLast(), slice)) {
                Slice last = result.removeLast();
                result.add(last.units(last.firstUnit(), slice.endUnit()));
            } else {
                result.add(slice);
            }
        }
        return result;
    }

    private static boolean joins(Slice a, Slice b) {
        return a.lineNo() == b.lineNo()
                && a.endUnit() == b.firstUnit()
                && a.state() == b.state()
                && Objects.equals(a.nodeId(), b.nodeId())
                && Objects.equals(a.fulfilmentId(), b.fulfilmentId())
                && Objects.equals(a.packageId(), b.packageId())
                && Objects.equals(a.shipOn(), b.shipOn())
                && Objects.equals(a.deliverOn(), b.deliverOn())
                && a.since().equals(b.since());
    }

    /** The first units of slices, in their order; no more than there are. */
    static List<Slice> first(List<Slice> slices, long quantity) {
        List<Slice> first = new ArrayList<>();
        long left = quantity;
        for (Slice slice : slices) {
            if (left > 0) {
                long units = Math.min(left, slice.quantity());
                first.add(
                        units == slice.quantity() ? slice : slice.units(slice.firstUnit(), slice.firstUnit() + units));
                left -= units;
            }
        }
        return first;
    }
}
