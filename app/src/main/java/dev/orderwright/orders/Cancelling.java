package dev.orderwright.orders;

import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.orders.OrderParticipant.CancelAsk;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes of mind: cancelling what has not been shipped, and taking back what has. Units that a node works on are
 * cancelled when the node confirms; until it answers they stay what they are, and may not be shipped.
 */
@Component
public class Cancelling {

    private final OrderSlices slices;
    private final CancelStore store;
    private final Ids ids;
    private final ObjectProvider<OrderParticipant> participants;

    Cancelling(OrderSlices slices, CancelStore store, Ids ids, ObjectProvider<OrderParticipant> participants) {
        this.slices = slices;
        this.store = store;
        this.ids = ids;
        this.participants = participants;
    }

    Outcome<Cancelled> cancel(Run run, CancelOrder wish) {
        LockedOrders orders = slices.lock(run, List.of(wish.orderId()));
        LockedOrder order = orders.find(wish.orderId()).orElse(null);
        if (order == null) {
            return Outcome.refused(Refusal.of("unknown-order", "orderId", "There is no such order."));
        }
        if (wish.version() != null && wish.version() != order.head().version()) {
            return Outcome.refused(Refusal.of(
                    "stale-version",
                    "If-Match",
                    "The order was changed meanwhile (version " + order.head().version() + "); look again."));
        }
        List<CancelRequest> asked = store.askedOfOrders(List.of(wish.orderId()));
        CancelRules.Decision decision = CancelRules.decide(order, wish.lines(), asked);
        if (!decision.refusals().isEmpty()) {
            return Outcome.refused(decision.refusals());
        }
        List<AppliedChange> applied = slices.apply(run, orders, decision.changes(), "CANCEL");
        if (!applied.isEmpty()) {
            tell(run, order, "UnitsCancelled", applied, wish.reason());
        }
        List<CancelAsk> asks = ask(run, order, decision.asks(), wish.reason());
        if (!asks.isEmpty()) {
            participants.orderedStream().forEach(p -> p.cancelAsked(run, orders, asks));
        }
        // A node that had not begun answers at once, within this transaction.
        return Outcome.done(answer(order, decision, store.askedOfOrders(List.of(wish.orderId())), asks));
    }

    private List<CancelAsk> ask(Run run, LockedOrder order, List<Slice> units, String reason) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<CancelRequest> requests = new ArrayList<>();
        List<CancelAsk> asks = new ArrayList<>();
        long total = 0;
        for (Slice unit : units) {
            long id = ids.next();
            requests.add(new CancelRequest(
                    id,
                    unit.orderId(),
                    unit.lineNo(),
                    unit.firstUnit(),
                    unit.quantity(),
                    Objects.requireNonNull(unit.fulfilmentId()),
                    reason,
                    "ASKED",
                    run.actor().code(),
                    run.at(),
                    null));
            asks.add(new CancelAsk(id, order, unit, reason));
            total += unit.quantity();
        }
        store.insert(requests, reason, run.actor().code(), run.at());
        run.orderFact(order.head().id(), "CancelAsked", Facts.data("units", total, "reason", reason));
        return asks;
    }

    private static Cancelled answer(
            LockedOrder order, CancelRules.Decision decision, List<CancelRequest> stillAsked, List<CancelAsk> asks) {
        Map<Integer, long[]> lines = new TreeMap<>();
        decision.changes()
                .forEach(change -> lines.computeIfAbsent(change.lineNo(), n -> new long[2])[0] += change.quantity());
        List<Long> waiting = stillAsked.stream().map(CancelRequest::id).toList();
        for (CancelAsk ask : asks) {
            int column = waiting.contains(ask.requestId()) ? 1 : 0;
            lines.computeIfAbsent(ask.slice().lineNo(), n -> new long[2])[column] +=
                    ask.slice().quantity();
        }
        return new Cancelled(
                order.head().id(),
                order.head().number(),
                lines.entrySet().stream()
                        .map(e -> new Cancelled.Line(e.getKey(), e.getValue()[0], e.getValue()[1]))
                        .toList());
    }

    Outcome<Cancelled> takeBack(Run run, CancelOrder wish) {
        LockedOrders orders = slices.lock(run, List.of(wish.orderId()));
        LockedOrder order = orders.find(wish.orderId()).orElse(null);
        if (order == null) {
            return Outcome.refused(Refusal.of("unknown-order", "orderId", "There is no such order."));
        }
        CancelRules.Decision decision = CancelRules.takeBack(order, wish.lines());
        if (!decision.refusals().isEmpty()) {
            return Outcome.refused(decision.refusals());
        }
        List<AppliedChange> applied = slices.apply(run, orders, decision.changes(), "TAKE_BACK");
        tell(run, order, "UnitsTakenBack", applied, wish.reason());
        return Outcome.done(answer(order, decision, List.of(), List.of()));
    }

    private static void tell(Run run, LockedOrder order, String type, List<AppliedChange> applied, String reason) {
        Map<String, Object> byLine = new HashMap<>();
        applied.forEach(change -> byLine.merge(
                "line " + change.line().lineNo(), change.after().quantity(), (a, b) -> (long) a + (long) b));
        run.orderFact(
                order.head().id(),
                type,
                Facts.data(
                        "units",
                        applied.stream().mapToLong(c -> c.after().quantity()).sum(),
                        "byLine",
                        byLine,
                        "reason",
                        reason));
    }

    /** The open requests for work of a node. */
    public List<CancelRequest> askedOfFulfilments(Collection<Long> fulfilmentIds) {
        return store.askedOfFulfilments(fulfilmentIds);
    }

    /** The open requests for units of orders. */
    public List<CancelRequest> askedOfOrders(Collection<Long> orderIds) {
        return store.askedOfOrders(orderIds);
    }

    /**
     * The node's answer: the units are cancelled wherever they have got to meanwhile, or go on as before.
     *
     * @param orders locked, with the orders of the requests
     */
    public void answer(Run run, LockedOrders orders, List<CancelRequest> requests, boolean confirmed, String reason) {
        if (requests.isEmpty()) {
            return;
        }
        store.answer(
                requests.stream().map(CancelRequest::id).toList(),
                confirmed ? "CONFIRMED" : "REFUSED",
                run.actor().code(),
                run.at(),
                reason);
        List<SliceChange> changes = new ArrayList<>();
        for (CancelRequest request : requests) {
            LockedOrder order = orders.get(request.orderId());
            if (confirmed) {
                changes.addAll(changes(order, request));
            }
            run.orderFact(
                    request.orderId(),
                    "CancelAnswered",
                    Facts.data("confirmed", confirmed, "units", request.quantity(), "reason", reason));
        }
        slices.apply(run, orders, changes, "CANCEL");
    }

    private static List<SliceChange> changes(LockedOrder order, CancelRequest request) {
        List<SliceChange> changes = new ArrayList<>();
        for (Slice slice : order.slices()) {
            if (request.touches(slice)
                    && SliceTransitions.find(slice.state(), SliceEvent.CANCEL).isPresent()) {
                long from = Math.max(slice.firstUnit(), request.firstUnit());
                long to = Math.min(slice.endUnit(), request.endUnit());
                changes.add(SliceChange.of(slice.units(from, to), SliceEvent.CANCEL));
            }
        }
        return changes;
    }
}
