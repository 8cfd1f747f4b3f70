package dev.orderwright.orders;

import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The work on slices inside another module's transaction: fulfilment, shipping and billing move units along through
 * here, and only through here. Orders are locked first (ascending id), stock rows after them.
 */
@Component
public class OrderSlices {

    private final OrderStore orders;
    private final SliceStore slices;
    private final HoldStore holds;
    private final Stock stock;
    private final Customers customers;
    private final ObjectProvider<OrderParticipant> participants;

    OrderSlices(
            OrderStore orders,
            SliceStore slices,
            HoldStore holds,
            Stock stock,
            Customers customers,
            ObjectProvider<OrderParticipant> participants) {
        this.orders = orders;
        this.slices = slices;
        this.holds = holds;
        this.stock = stock;
        this.customers = customers;
        this.participants = participants;
    }

    /**
     * Which reserved units are wanted; null means any.
     *
     * @param shipOnUntil to leave the node on that day or before
     */
    public record ReleaseFilter(
            @Nullable Long nodeId,
            @Nullable LocalDate shipOnUntil,
            @Nullable Instant placedUntil) {

        boolean takes(Slice slice) {
            return slice.state() == SliceState.RESERVED
                    && (nodeId == null || nodeId.equals(slice.nodeId()))
                    && (shipOnUntil == null
                            || slice.shipOn() == null
                            || !slice.shipOn().isAfter(shipOnUntil));
        }
    }

    /** Units of one order at one node that nothing keeps from being worked on. */
    public record ReleaseCandidate(LockedOrder order, long nodeId, List<Slice> slices) {}

    /** What could be released, with the locks of the orders. */
    public record Releasable(LockedOrders orders, List<ReleaseCandidate> candidates) {}

    /** Locks orders, ascending, and reads them with all that a decision needs. Ids that do not exist are left out. */
    public LockedOrders lock(Run run, Collection<Long> orderIds) {
        return read(orders.lock(orderIds));
    }

    /** Locks orders, ascending, for work that leaves their slices alone: lists, assignments, papers. */
    public Map<Long, OrderHead> lockHeads(Run run, Collection<Long> orderIds) {
        return orders.lock(orderIds).stream().collect(Collectors.toMap(OrderHead::id, head -> head));
    }

    /** Locks orders, ascending, for who reads them later in the same transaction. */
    void lockOnly(Run run, Collection<Long> orderIds) {
        orders.lockOnly(orderIds);
    }

    /** Orders with all that a decision needs; for who only looks, they need not be locked. */
    LockedOrders read(List<OrderHead> heads) {
        List<Long> ids = heads.stream().map(OrderHead::id).toList();
        if (ids.isEmpty()) {
            return new LockedOrders(Map.of());
        }
        Map<Long, Map<Integer, OrderLine>> lines = new HashMap<>();
        for (OrderLine line : orders.lines(ids)) {
            lines.computeIfAbsent(line.orderId(), id -> new LinkedHashMap<>()).put(line.lineNo(), line);
        }
        Map<Long, List<Slice>> byOrder = slices.ofOrders(ids).stream().collect(Collectors.groupingBy(Slice::orderId));
        Map<Long, List<Hold>> held = holds.activeFor(heads, byOrder);
        Map<Long, Set<Long>> excluded = orders.excludedNodes(ids);
        Map<Long, LockedOrder> result = new LinkedHashMap<>();
        for (OrderHead head : heads) {
            result.put(
                    head.id(),
                    new LockedOrder(
                            head,
                            lines.getOrDefault(head.id(), Map.of()),
                            byOrder.getOrDefault(head.id(), List.of()),
                            held.getOrDefault(head.id(), List.of()),
                            excluded.getOrDefault(head.id(), Set.of())));
        }
        return new LockedOrders(result);
    }

    /**
     * Claims orders with units that may be released, those first whom the priority formula puts first; orders that another
     * transaction works on are skipped.
     *
     * @param limit orders
     */
    public Releasable claimReleasable(Run run, ReleaseFilter filter, int limit) {
        List<Long> claimed = slices.claimReleasable(filter, limit);
        LockedOrders locked = lock(run, claimed);
        List<ReleaseCandidate> candidates = new ArrayList<>();
        for (long id : claimed) {
            LockedOrder order = locked.get(id);
            Map<Long, List<Slice>> byNode = new LinkedHashMap<>();
            for (Slice slice : order.slices()) {
                if (filter.takes(slice)
                        && slice.nodeId() != null
                        && order.blocked(HoldBlock.RELEASE, slice).isEmpty()) {
                    byNode.computeIfAbsent(slice.nodeId(), n -> new ArrayList<>())
                            .add(slice);
                }
            }
            byNode.forEach((node, units) -> candidates.add(new ReleaseCandidate(order, node, units)));
        }
        return new Releasable(locked, candidates);
    }

    /**
     * Lets events happen to units of locked orders: splits and merges slices, moves the stock, brings the orders'
     * derived columns and lifecycle up to date and tells the participants, all in the caller's transaction.
     *
     * @throws IllegalStateException on a transition that is not in {@link SliceTransitions}: callers check first
     */
    public List<AppliedChange> apply(Run run, LockedOrders locked, List<SliceChange> changes) {
        return apply(run, locked, changes, "");
    }

    /** The same, with a reason of one's own for the stock moves. */
    public List<AppliedChange> apply(Run run, LockedOrders locked, List<SliceChange> changes, String reason) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<AppliedChange> applied = new ArrayList<>(changes.size());
        List<StockMove> moves = new ArrayList<>(changes.size());
        Map<Long, List<Slice>> before = new LinkedHashMap<>();
        changes.forEach(change -> before.putIfAbsent(
                change.orderId(), locked.get(change.orderId()).slices()));
        decide(run, locked, changes, reason, applied, moves);
        decide(run, locked, SliceRules.services(applied), reason, applied, moves);
        write(locked, before);
        giveCreditBack(run, applied);
        participants.orderedStream().forEach(p -> p.beforeStock(run, locked, applied));
        move(run, moves);
        participants.orderedStream().forEach(p -> p.changed(run, locked, applied));
        refresh(run, locked, applied);
        participants.orderedStream().forEach(p -> p.settled(run, applied));
        return applied;
    }

    /**
     * What leaves the house is taken off at the very end: invoices and payments are written before, and who wants to
     * reserve more of the same items need not wait for them. What lies in bins is locked first, as everywhere.
     */
    private void move(Run run, List<StockMove> moves) {
        if (moves.stream().anyMatch(StockMove::touchesBins)) {
            stock.move(run, moves);
        } else {
            stock.moveAtEnd(Map.of(run, moves));
        }
    }

    private static void decide(
            Run run,
            LockedOrders locked,
            List<SliceChange> changes,
            String reason,
            List<AppliedChange> applied,
            List<StockMove> moves) {
        for (SliceChange change : changes) {
            LockedOrder order = locked.get(change.orderId());
            SliceRules.Applied one = SliceRules.apply(
                    order,
                    order.slices(),
                    change,
                    run.at(),
                    reason.isEmpty() ? change.event().name() : reason);
            order.replaceSlices(one.slices());
            applied.add(one.change());
            if (one.move() != null) {
                moves.add(one.move());
            }
        }
    }

    /** Cancelled units of orders on account free the customer's credit again. Credit rows come before stock rows. */
    private void giveCreditBack(Run run, List<AppliedChange> applied) {
        Map<Long, Long> deltas = new TreeMap<>();
        for (AppliedChange change : applied) {
            OrderHead head = change.order().head();
            if (change.event() == SliceEvent.CANCEL
                    && head.terms() == PaymentTerms.ACCOUNT
                    && head.customerId() != null) {
                deltas.merge(
                        head.customerId(),
                        -change.line().moneyOf(change.after()).total(),
                        Long::sum);
            }
        }
        if (!deltas.isEmpty()) {
            customers.changeExposure(run, deltas);
        }
    }

    private void write(LockedOrders locked, Map<Long, List<Slice>> before) {
        List<Slice> inserts = new ArrayList<>();
        List<Slice> updates = new ArrayList<>();
        List<Slice> deletes = new ArrayList<>();
        before.forEach((orderId, old) -> {
            LockedOrder order = locked.get(orderId);
            order.replaceSlices(SliceRules.merged(order.slices()));
            SliceDifference difference = SliceDifference.between(old, order.slices());
            inserts.addAll(difference.inserts());
            updates.addAll(difference.updates());
            deletes.addAll(difference.deletes());
        });
        slices.delete(deletes);
        slices.update(updates);
        slices.insert(inserts);
    }

    /** Derived columns and the end of life; what an ended order still holds is given back by the participants. */
    private void refresh(Run run, LockedOrders locked, List<AppliedChange> applied) {
        Map<LockedOrder, List<AppliedChange>> byOrder = applied.stream()
                .collect(Collectors.groupingBy(AppliedChange::order, LinkedHashMap::new, Collectors.toList()));
        List<LockedOrder> ended = new ArrayList<>();
        List<OrderStore.Refresh> rows = new ArrayList<>();
        byOrder.forEach((order, changes) -> {
            long id = order.head().id();
            Lifecycle lifecycle = LifecycleRules.after(order);
            if (order.head().lifecycle().isOpen() && !lifecycle.isOpen()) {
                ended.add(order);
                run.orderFact(id, lifecycle == Lifecycle.CLOSED ? "OrderClosed" : "OrderCancelled", Map.of());
            }
            rows.add(new OrderStore.Refresh(
                    id,
                    lifecycle,
                    order.sliceStates(),
                    LifecycleRules.expectedOn(order.slices()),
                    run.at(),
                    PromiseCause.of(changes)));
        });
        orders.refresh(rows)
                .forEach(moved -> run.orderFact(moved.orderId(), "PromiseMoved", PromiseLedger.fact(moved)));
        if (!ended.isEmpty()) {
            holds.endOfOrders(
                    ended.stream().map(o -> o.head().id()).toList(), run.actor().code(), run.at());
            participants.orderedStream().forEach(p -> p.ended(run, ended));
        }
    }

    /** Somebody else who has the orders open must notice. */
    public void touch(Run run, Collection<Long> orderIds) {
        if (!orderIds.isEmpty()) {
            orders.touch(orderIds, run.at());
        }
    }

    /** Never again from this node, whatever the sourcing would prefer. */
    public void excludeNode(Run run, long orderId, long nodeId, String reason) {
        orders.excludeNode(orderId, nodeId, reason, run.at());
        run.orderFact(orderId, "NodeExcluded", Map.of("nodeId", Long.toString(nodeId), "reason", reason));
    }
}
