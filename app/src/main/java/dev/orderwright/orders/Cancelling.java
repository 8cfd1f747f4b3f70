package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.orders.OrderParticipant.CancelAsk;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        return cancel(run, List.of(wish)).getFirst();
    }

    /** A wish that may be done, and how. */
    private record Decided(CancelOrder wish, LockedOrder order, CancelRules.Decision decision) {}

    /** One outcome for each wish; what is refused leaves the others alone. No order twice. */
    List<Outcome<Cancelled>> cancel(Run run, List<CancelOrder> wishes) {
        List<Long> ids = ids(wishes);
        LockedOrders orders = slices.lock(run, ids);
        Map<Long, List<CancelRequest>> asked = askedByOrder(ids);
        Map<Long, Outcome<Cancelled>> refused = new HashMap<>();
        List<Decided> decided = new ArrayList<>();
        for (CancelOrder wish : wishes) {
            LockedOrder order = orders.find(wish.orderId()).orElse(null);
            List<Refusal> refusals = refusals(wish, order);
            if (order != null && refusals.isEmpty()) {
                CancelRules.Decision decision =
                        CancelRules.decide(order, wish.lines(), asked.getOrDefault(wish.orderId(), List.of()));
                refusals = decision.refusals();
                decided.add(new Decided(wish, order, decision));
            }
            if (!refusals.isEmpty()) {
                refused.put(wish.orderId(), Outcome.refused(refusals));
            }
        }
        decided.removeIf(one -> refused.containsKey(one.wish().orderId()));
        Map<Long, Cancelled> done = cancelDecided(run, orders, decided);
        return wishes.stream()
                .map(wish -> {
                    Outcome<Cancelled> refusal = refused.get(wish.orderId());
                    return refusal != null ? refusal : Outcome.done(Objects.requireNonNull(done.get(wish.orderId())));
                })
                .toList();
    }

    private static List<Refusal> refusals(CancelOrder wish, @Nullable LockedOrder order) {
        if (order == null) {
            return List.of(Refusal.of("unknown-order", "orderId", t("orders.refusal.thereIsNoSuchOrder")));
        }
        return Versions.stale(
                        wish.version(), order.head().version(), order.head().number())
                .stream()
                .toList();
    }

    private Map<Long, Cancelled> cancelDecided(Run run, LockedOrders orders, List<Decided> decided) {
        List<SliceChange> changes = decided.stream()
                .flatMap(one -> one.decision().changes().stream())
                .toList();
        Map<Long, List<AppliedChange>> applied = slices.apply(run, orders, changes, "CANCEL").stream()
                .collect(Collectors.groupingBy(change -> change.order().head().id()));
        Map<Long, List<CancelAsk>> asks = new HashMap<>();
        for (Decided one : decided) {
            long id = one.wish().orderId();
            if (applied.containsKey(id)) {
                tell(
                        run,
                        one.order(),
                        "UnitsCancelled",
                        applied.get(id),
                        one.wish().reason());
            }
            asks.put(id, ask(run, one.order(), one.decision().asks(), one.wish().reason()));
        }
        List<CancelAsk> allAsks = asks.values().stream().flatMap(List::stream).toList();
        if (!allAsks.isEmpty()) {
            participants.orderedStream().forEach(p -> p.cancelAsked(run, orders, allAsks));
        }
        // A node that had not begun answers at once, within this transaction.
        Map<Long, List<CancelRequest>> stillAsked = allAsks.isEmpty() ? Map.of() : askedByOrder(asks.keySet());
        Map<Long, Cancelled> answers = new HashMap<>();
        for (Decided one : decided) {
            long id = one.wish().orderId();
            answers.put(
                    id,
                    answer(
                            one.order(),
                            one.decision(),
                            stillAsked.getOrDefault(id, List.of()),
                            asks.getOrDefault(id, List.of())));
        }
        return answers;
    }

    private Map<Long, List<CancelRequest>> askedByOrder(Collection<Long> orderIds) {
        return store.askedOfOrders(orderIds).stream().collect(Collectors.groupingBy(CancelRequest::orderId));
    }

    private static List<Long> ids(List<CancelOrder> wishes) {
        List<Long> ids = wishes.stream().map(CancelOrder::orderId).distinct().toList();
        if (ids.size() < wishes.size()) {
            throw new IllegalArgumentException("an order is named twice in " + wishes);
        }
        return ids;
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
        slices.touch(run, List.of(order.head().id()));
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
        return takeBack(run, List.of(wish)).getFirst();
    }

    /** One outcome for each wish; what is refused leaves the others alone. No order twice. */
    List<Outcome<Cancelled>> takeBack(Run run, List<CancelOrder> wishes) {
        LockedOrders orders = slices.lock(run, ids(wishes));
        List<Outcome<Cancelled>> outcomes = new ArrayList<>();
        List<SliceChange> changes = new ArrayList<>();
        for (CancelOrder wish : wishes) {
            LockedOrder order = orders.find(wish.orderId()).orElse(null);
            if (order == null) {
                outcomes.add(Outcome.refused(
                        Refusal.of("unknown-order", "orderId", t("orders.refusal.thereIsNoSuchOrder"))));
                continue;
            }
            CancelRules.Decision decision = CancelRules.takeBack(order, wish.lines());
            changes.addAll(decision.changes());
            outcomes.add(
                    decision.refusals().isEmpty()
                            ? Outcome.done(answer(order, decision, List.of(), List.of()))
                            : Outcome.refused(decision.refusals()));
        }
        Map<Long, List<AppliedChange>> applied = slices.apply(run, orders, changes, "TAKE_BACK").stream()
                .collect(Collectors.groupingBy(change -> change.order().head().id()));
        for (CancelOrder wish : wishes) {
            if (applied.containsKey(wish.orderId())) {
                tell(run, orders.get(wish.orderId()), "UnitsTakenBack", applied.get(wish.orderId()), wish.reason());
            }
        }
        return outcomes;
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
        slices.touch(
                run, requests.stream().map(CancelRequest::orderId).distinct().toList());
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
