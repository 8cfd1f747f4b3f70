package dev.orderwright.fulfilment;

import dev.orderwright.fulfilment.FulfilmentRules.Emptied;
import dev.orderwright.fulfilment.FulfilmentRules.Step;
import dev.orderwright.fulfilment.PickTask.Part;
import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.Stock;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Cancelling;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderParticipant;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows the units: whoever changes slices, the fulfilment order they belong to comes to where they are, and what was
 * claimed in bins for units that left is given back, in the same transaction.
 */
@Component
class FulfilmentFollower implements OrderParticipant {

    private final FulfilmentStore store;
    private final PickTaskStore tasks;
    private final Stock stock;
    private final Cancelling cancelling;

    FulfilmentFollower(FulfilmentStore store, PickTaskStore tasks, Stock stock, Cancelling cancelling) {
        this.store = store;
        this.tasks = tasks;
        this.stock = stock;
        this.cancelling = cancelling;
    }

    @Override
    public void changed(Run run, LockedOrders orders, List<AppliedChange> changes) {
        Set<Long> touched = new TreeSet<>();
        Set<Long> cancelled = new HashSet<>();
        List<Slice> dropped = new ArrayList<>();
        for (AppliedChange change : changes) {
            Long id = workOf(change);
            if (id == null) {
                continue;
            }
            touched.add(id);
            if (change.event() == SliceEvent.CANCEL) {
                cancelled.add(id);
            }
            if (leavesBins(change)) {
                dropped.add(change.before());
            }
        }
        List<FulfilmentOrder> works = store.find(touched);
        drop(run, works, dropped);
        follow(run, orders, works, cancelled);
    }

    /** The work that the units belong to or have just left; a release begins a work and cannot change one. */
    private static @Nullable Long workOf(AppliedChange change) {
        if (change.event() == SliceEvent.RELEASE) {
            return null;
        }
        Long before = change.before().fulfilmentId();
        return before != null ? before : change.after().fulfilmentId();
    }

    /** Units that were to be picked and need not be any more. Missing units are accounted for by who reports them. */
    private static boolean leavesBins(AppliedChange change) {
        return change.before().state() == SliceState.RELEASED
                && (change.event() == SliceEvent.CANCEL || change.event() == SliceEvent.REJECT);
    }

    private void drop(Run run, List<FulfilmentOrder> works, List<Slice> units) {
        if (units.isEmpty()) {
            return;
        }
        Map<Long, FulfilmentOrder> byId = works.stream().collect(Collectors.toMap(FulfilmentOrder::id, work -> work));
        TaskBook book = new TaskBook(tasks.of(works));
        List<BinClaim> claims = new ArrayList<>();
        for (Slice unit : units) {
            FulfilmentOrder work = byId.get(unit.fulfilmentId());
            if (work == null) {
                throw new IllegalStateException("units of a fulfilment order that does not exist: " + unit);
            }
            for (Part part : book.takeFromTheEnd(work.id(), unit.lineNo(), unit.quantity())) {
                claims.add(
                        new BinClaim(unit.itemId(), work.nodeId(), part.task().bin(), part.quantity()));
            }
        }
        tasks.drop(book.taken());
        store.touch(List.copyOf(byId.values()), run.at());
        stock.unclaimBins(run, claims);
    }

    /** Brings fulfilment orders to where their units are when a question about them was answered. */
    void settle(Run run, LockedOrders orders, Collection<FulfilmentOrder> works) {
        follow(
                run,
                orders,
                works.stream()
                        .filter(work -> work.state() == FulfilmentState.CANCEL_REQUESTED)
                        .toList(),
                Set.of());
    }

    private void follow(Run run, LockedOrders orders, List<FulfilmentOrder> works, Set<Long> cancelled) {
        Set<Long> asked = asked(works);
        List<FulfilmentOrder> changed = new ArrayList<>();
        for (FulfilmentOrder work : works) {
            List<Slice> units = orders.get(work.orderId()).slicesOfFulfilment(work.id());
            Emptied emptied = cancelled.contains(work.id()) ? Emptied.BY_CANCELLING : Emptied.BY_REJECTING;
            Step step = FulfilmentRules.next(work, units, emptied, asked.contains(work.id()));
            if (step == null) {
                continue;
            }
            changed.add(work.with(step.state(), step.progress(), work.reason()));
            if (step.event() != null) {
                guard(work, step.event());
                tell(run, work, step.event(), units);
            }
        }
        store.update(changed, run.at());
    }

    private Set<Long> asked(Collection<FulfilmentOrder> works) {
        List<Long> waiting = works.stream()
                .filter(work -> work.state() == FulfilmentState.CANCEL_REQUESTED)
                .map(FulfilmentOrder::id)
                .toList();
        return waiting.isEmpty()
                ? Set.of()
                : cancelling.askedOfFulfilments(waiting).stream()
                        .map(CancelRequest::fulfilmentId)
                        .collect(Collectors.toSet());
    }

    static void guard(FulfilmentOrder work, FulfilmentEvent event) {
        if (!FulfilmentTransitions.isLegal(work.state(), event)) {
            throw new IllegalStateException(work.number() + ": " + event + " is not legal in " + work.state());
        }
    }

    static void tell(Run run, FulfilmentOrder work, FulfilmentEvent event, List<Slice> units) {
        Map<String, Object> data = Facts.data("fulfilment", work.number(), "node", Long.toString(work.nodeId()));
        if (!units.isEmpty()) {
            data.put("units", units.stream().mapToLong(Slice::quantity).sum());
        }
        run.orderFact(work.orderId(), event.fact(), data);
    }

    /**
     * A node that has not said anything yet has nothing to stop: its work is cancelled at once. Others are asked.
     */
    @Override
    public void cancelAsked(Run run, LockedOrders orders, List<CancelAsk> asks) {
        Map<Long, List<CancelAsk>> byWork = new HashMap<>();
        for (CancelAsk ask : asks) {
            byWork.computeIfAbsent(ask.slice().fulfilmentId(), id -> new ArrayList<>())
                    .add(ask);
        }
        Set<Long> atOnce = new HashSet<>();
        List<FulfilmentOrder> changed = new ArrayList<>();
        for (FulfilmentOrder work : store.find(byWork.keySet())) {
            if (work.state() == FulfilmentState.RELEASED) {
                byWork.getOrDefault(work.id(), List.of()).forEach(ask -> atOnce.add(ask.requestId()));
            } else if (work.state() != FulfilmentState.CANCEL_REQUESTED) {
                guard(work, FulfilmentEvent.ASK_CANCEL);
                changed.add(work.with(FulfilmentState.CANCEL_REQUESTED, work.progress(), work.reason()));
                run.orderFact(
                        work.orderId(),
                        FulfilmentEvent.ASK_CANCEL.fact(),
                        Facts.data("fulfilment", work.number(), "node", Long.toString(work.nodeId())));
            }
        }
        store.update(changed, run.at());
        if (!atOnce.isEmpty()) {
            List<CancelRequest> requests = cancelling.askedOfFulfilments(byWork.keySet()).stream()
                    .filter(request -> atOnce.contains(request.id()))
                    .toList();
            cancelling.answer(run, orders, requests, true, "the node had not begun");
        }
    }
}
