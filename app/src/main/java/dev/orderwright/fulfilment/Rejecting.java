package dev.orderwright.fulfilment;

import dev.orderwright.fulfilment.PickTask.Part;
import dev.orderwright.fulfilment.WorkLocks.Locked;
import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.Stock;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What happens when a node says no: its units are sourced again, never from the same node; written off there as well
 * when the node says that they are not fit or not there.
 */
@Component
class Rejecting {

    private final WorkLocks locks;
    private final OrderSlices slices;
    private final FulfilmentStore store;
    private final PickTaskStore tasks;
    private final Stock stock;
    private final Recalling recalling;

    Rejecting(
            WorkLocks locks,
            OrderSlices slices,
            FulfilmentStore store,
            PickTaskStore tasks,
            Stock stock,
            Recalling recalling) {
        this.locks = locks;
        this.slices = slices;
        this.store = store;
        this.tasks = tasks;
        this.stock = stock;
        this.recalling = recalling;
    }

    /** A wish to give back that has passed the checks. */
    private record Accepted(FulfilmentOrder work, Rejection wish, List<SliceChange> changes) {

        long units() {
            return changes.stream().mapToLong(SliceChange::quantity).sum();
        }
    }

    /** One result for each fulfilment order; whoever is named twice is refused. */
    List<WorkResult> reject(Run run, List<Rejection> wishes) {
        List<Long> ids = List.copyOf(
                new LinkedHashSet<>(wishes.stream().map(Rejection::fulfilmentId).toList()));
        Locked locked = locks.lock(run, ids);
        List<CancelRequest> asked = recalling.asked(ids);
        Map<Long, List<Refusal>> refused = new HashMap<>();
        List<Accepted> accepted = new ArrayList<>();
        for (FulfilmentOrder work : locked.works().values()) {
            List<Rejection> own =
                    wishes.stream().filter(w -> w.fulfilmentId() == work.id()).toList();
            List<Refusal> refusals = RejectRules.check(work, locked.orderOf(work), own, asked);
            refused.put(work.id(), refusals);
            if (refusals.isEmpty()) {
                Rejection wish = own.getFirst();
                accepted.add(new Accepted(work, wish, RejectRules.changes(work, locked.orderOf(work), wish)));
            }
        }
        if (!accepted.isEmpty()) {
            giveBack(run, locked, accepted);
        }
        return Picking.results(ids, locks.read(ids), refused);
    }

    private void giveBack(Run run, Locked locked, List<Accepted> accepted) {
        Set<Long> items = new HashSet<>();
        for (Accepted one : accepted) {
            one.changes()
                    .forEach(change -> items.add(
                            locked.orderOf(one.work()).line(change.lineNo()).itemId()));
        }
        // All nodes of the items, because the units may be sourced from any of them below.
        stock.lockItems(run, items);
        writeOff(run, locked, accepted);
        List<SliceChange> changes = new ArrayList<>();
        accepted.forEach(one -> changes.addAll(one.changes()));
        slices.apply(run, locked.orders(), changes);
        remember(run, accepted);
        recalling.sourceElsewhere(run, accepted.stream().map(Accepted::work).toList(), reasons(accepted));
    }

    /** Units that are written off leave their bins and their tasks here; the others are dropped as they leave. */
    private void writeOff(Run run, Locked locked, List<Accepted> accepted) {
        TaskBook book =
                new TaskBook(tasks.of(accepted.stream().map(Accepted::work).toList()));
        List<BinClaim> gone = new ArrayList<>();
        for (Accepted one : accepted) {
            for (SliceChange change : one.changes()) {
                if (change.event() == SliceEvent.SHORT_LOST || change.event() == SliceEvent.SHORT_DAMAGED) {
                    long itemId =
                            locked.orderOf(one.work()).line(change.lineNo()).itemId();
                    for (Part part : book.takeFromTheEnd(one.work().id(), change.lineNo(), change.quantity())) {
                        gone.add(new BinClaim(
                                itemId, one.work().nodeId(), part.task().bin(), part.quantity()));
                    }
                }
            }
        }
        tasks.miss(book.taken());
        stock.takeFromBins(run, gone);
    }

    private void remember(Run run, List<Accepted> accepted) {
        Map<Long, String> reasons = reasons(accepted);
        Map<Long, FulfilmentOrder> now = locks.read(reasons.keySet());
        store.update(
                now.values().stream()
                        .map(work -> work.with(work.state(), work.progress(), reasons.getOrDefault(work.id(), "")))
                        .toList(),
                run.at());
        for (Accepted one : accepted) {
            run.orderFact(
                    one.work().orderId(),
                    "UnitsRejected",
                    Facts.data(
                            "fulfilment", one.work().number(),
                            "node", Long.toString(one.work().nodeId()),
                            "units", one.units(),
                            "reason", one.wish().reason().name(),
                            "note", one.wish().note().strip(),
                            "writtenOff", one.wish().correctStock()));
        }
    }

    private static Map<Long, String> reasons(List<Accepted> accepted) {
        Map<Long, String> reasons = new HashMap<>();
        accepted.forEach(one -> reasons.put(
                one.work().id(),
                (one.wish().reason().name() + " " + one.wish().note().strip()).strip()));
        return reasons;
    }
}
