package dev.orderwright.fulfilment;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickRules.ReadScan;
import dev.orderwright.fulfilment.PickTask.Part;
import dev.orderwright.fulfilment.WorkLocks.Locked;
import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.Stock;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Books what was taken from bins, when it is what should have been taken. */
@Component
class Picking {

    private final WorkLocks locks;
    private final OrderSlices slices;
    private final PickTaskStore tasks;
    private final Stock stock;
    private final Catalog catalog;
    private final Assigning assigning;

    Picking(
            WorkLocks locks,
            OrderSlices slices,
            PickTaskStore tasks,
            Stock stock,
            Catalog catalog,
            Assigning assigning) {
        this.locks = locks;
        this.slices = slices;
        this.tasks = tasks;
        this.stock = stock;
        this.catalog = catalog;
        this.assigning = assigning;
    }

    /** What is to be booked for the pick lists that were not refused. */
    private static final class Batch {
        private final Map<Long, List<Refusal>> refused = new HashMap<>();
        private final List<SliceChange> changes = new ArrayList<>();
        private final List<BinClaim> taken = new ArrayList<>();
        private final List<FulfilmentOrder> goesOn = new ArrayList<>();
    }

    /** Scans of the same pick list are booked together. One result for each pick list. */
    List<WorkResult> pick(Run run, List<PickConfirm> confirms) {
        Map<Long, List<Scan>> byWork = new LinkedHashMap<>();
        confirms.forEach(confirm -> byWork.computeIfAbsent(confirm.fulfilmentId(), id -> new ArrayList<>())
                .addAll(confirm.scans()));
        List<Long> ids = List.copyOf(byWork.keySet());
        Locked locked = locks.lock(run, ids);
        TaskBook book = new TaskBook(tasks.of(locked.works().values()));
        ScannedItems items = new ScannedItems(catalog);
        Batch batch = new Batch();
        for (FulfilmentOrder work : locked.works().values()) {
            LockedOrder order = locked.orderOf(work);
            List<ReadScan> scans = byWork.getOrDefault(work.id(), List.of()).stream()
                    .map(scan -> new ReadScan(scan, items.itemOf(scan.code(), order)))
                    .toList();
            batch.refused.put(work.id(), decide(run, work, order, book, scans, batch));
        }
        tasks.pick(book.taken());
        stock.takeFromBins(run, batch.taken);
        slices.apply(run, locked.orders(), batch.changes);
        assigning.prolong(batch.goesOn, run.at());
        return results(ids, locks.read(ids), batch.refused);
    }

    private static List<Refusal> decide(
            Run run, FulfilmentOrder work, LockedOrder order, TaskBook book, List<ReadScan> scans, Batch batch) {
        Optional<Refusal> mayNot = PickRules.mayWork(work, run.actor().name(), run.at());
        List<Refusal> refusals = mayNot.isPresent() ? List.of(mayNot.get()) : PickRules.check(work, order, book, scans);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        Map<Integer, Long> byLine = new TreeMap<>();
        for (ReadScan read : scans) {
            long itemId = itemOf(read);
            Scan scan = read.scan();
            for (Part part : book.take(work.id(), PickRules.matches(itemId, scan.bin()), scan.quantity())) {
                byLine.merge(part.task().lineNo(), part.quantity(), Long::sum);
                batch.taken.add(new BinClaim(itemId, work.nodeId(), scan.bin(), part.quantity()));
            }
        }
        Map<Integer, List<Slice>> released = released(work, order);
        byLine.forEach((line, quantity) -> batch.changes.addAll(
                UnitCutter.first(released.getOrDefault(line, List.of()), quantity, SliceEvent.PICK)));
        if (book.open(work.id(), task -> true) > 0) {
            batch.goesOn.add(work);
        }
        return List.of();
    }

    private static long itemOf(ReadScan read) {
        if (read.itemId() == null) {
            throw new IllegalStateException("an unknown code has passed the check: " + read.scan());
        }
        return read.itemId();
    }

    static Map<Integer, List<Slice>> released(FulfilmentOrder work, LockedOrder order) {
        Map<Integer, List<Slice>> byLine = new HashMap<>();
        for (Slice slice : order.slicesOfFulfilment(work.id())) {
            if (slice.state() == SliceState.RELEASED) {
                byLine.computeIfAbsent(slice.lineNo(), line -> new ArrayList<>())
                        .add(slice);
            }
        }
        return byLine;
    }

    static List<WorkResult> results(List<Long> ids, Map<Long, FulfilmentOrder> now, Map<Long, List<Refusal>> refused) {
        List<WorkResult> results = new ArrayList<>();
        for (long id : ids) {
            FulfilmentOrder work = now.get(id);
            results.add(
                    work == null
                            ? WorkResult.unknown(id)
                            : WorkResult.refused(work, refused.getOrDefault(id, List.of())));
        }
        return results;
    }
}
