package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.WorkLocks.Locked;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What happens when units are not there, without anyone typing: they are written off; another bin of the node takes
 * their place if it can, else another node, else they wait for supply.
 */
@Component
class ShortPicks {

    private final WorkLocks locks;
    private final FulfilmentStore store;
    private final OrderSlices slices;
    private final PickTaskStore tasks;
    private final Stock stock;
    private final Recalling recalling;

    ShortPicks(
            WorkLocks locks,
            FulfilmentStore store,
            OrderSlices slices,
            PickTaskStore tasks,
            Stock stock,
            Recalling recalling) {
        this.locks = locks;
        this.store = store;
        this.slices = slices;
        this.tasks = tasks;
        this.stock = stock;
        this.recalling = recalling;
    }

    /** Reports of the same pick list are booked together, or refused together. One result for each pick list. */
    List<WorkResult> report(Run run, List<ShortPick> reports) {
        Map<Long, List<ShortPick>> byWork = new LinkedHashMap<>();
        reports.forEach(report -> byWork.computeIfAbsent(report.fulfilmentId(), id -> new ArrayList<>())
                .add(report));
        List<Long> ids = List.copyOf(byWork.keySet());
        Locked locked = locks.lock(run, ids);
        TaskBook book = new TaskBook(tasks.of(locked.works().values()));
        List<CancelRequest> asked = recalling.asked(ids);
        Map<Long, List<Refusal>> refused = new HashMap<>();
        List<MissingUnits> missing = new ArrayList<>();
        for (FulfilmentOrder work : locked.works().values()) {
            List<ShortPick> own = byWork.getOrDefault(work.id(), List.of());
            List<Refusal> refusals = check(run, work, own, book, asked);
            refused.put(work.id(), refusals);
            if (refusals.isEmpty()) {
                own.forEach(report -> missing.add(take(work, report, book)));
            }
        }
        if (!missing.isEmpty()) {
            book(run, locked, book, missing);
        }
        return Picking.results(ids, locks.read(ids), refused);
    }

    private static List<Refusal> check(
            Run run, FulfilmentOrder work, List<ShortPick> reports, TaskBook book, List<CancelRequest> asked) {
        Optional<Refusal> mayNot = PickRules.mayWork(work, run.actor().name(), run.at());
        if (mayNot.isPresent()) {
            return List.of(mayNot.get());
        }
        List<Refusal> refusals = new ArrayList<>();
        Map<Integer, Long> byTask = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            ShortPick report = reports.get(i);
            String field = "shorts[" + i + "]";
            long wanted = byTask.merge(report.taskNo(), report.quantity(), Long::sum);
            PickTask task = book.of(work.id()).stream()
                    .filter(t -> t.taskNo() == report.taskNo())
                    .findFirst()
                    .orElse(null);
            if (task == null) {
                refusals.add(Refusal.of(
                        "unknown-task",
                        field + ".taskNo",
                        t("fulfilment.refusal.hasNoPickTask", work.number(), report.taskNo())));
            } else if (report.quantity() <= 0) {
                refusals.add(
                        Refusal.of("not-positive", field + ".quantity", t("fulfilment.refusal.theQuantityMustBeMore")));
            } else if (wanted > task.open()) {
                refusals.add(Refusal.of(
                        "more-than-open",
                        field + ".quantity",
                        t("fulfilment.refusal.onlyAreStillToBe", task.open(), wanted)));
            } else if (isAsked(work, task.lineNo(), asked)) {
                refusals.add(cancelAsked(work, field));
            }
        }
        return refusals;
    }

    static boolean isAsked(FulfilmentOrder work, int lineNo, List<CancelRequest> asked) {
        return asked.stream().anyMatch(request -> request.fulfilmentId() == work.id() && request.lineNo() == lineNo);
    }

    static Refusal cancelAsked(FulfilmentOrder work, String field) {
        return Refusal.of("cancel-asked", field, t("fulfilment.refusal.somebodyWantsToCancelUnits", work.number()));
    }

    private static MissingUnits take(FulfilmentOrder work, ShortPick report, TaskBook book) {
        PickTask task = book.take(work.id(), t -> t.taskNo() == report.taskNo(), report.quantity())
                .getFirst()
                .task();
        return new MissingUnits(work, task, report.quantity(), report.reason());
    }

    private void book(Run run, Locked locked, TaskBook book, List<MissingUnits> missing) {
        Set<Long> items = missing.stream().map(m -> m.task().itemId()).collect(Collectors.toSet());
        // All nodes of the items, because the units may be sourced from any of them below.
        Replacing replacing = new Replacing(stock, missing, stock.lockItems(run, items));
        tasks.miss(book.taken());
        stock.takeFromBins(run, missing.stream().map(MissingUnits::claim).toList());
        tasks.insert(replacing.claimOtherBins(run, book));
        replacing.blockBins(run);
        stock.move(run, replacing.moves());

        List<SliceChange> changes = new ArrayList<>();
        Map<Long, Set<Long>> notFrom = new LinkedHashMap<>();
        for (FulfilmentOrder work : locked.works().values()) {
            List<SliceChange> own = leaving(work, locked, missing, replacing);
            changes.addAll(own);
            if (!own.isEmpty()) {
                notFrom.computeIfAbsent(work.orderId(), id -> new HashSet<>()).add(work.nodeId());
            }
        }
        missing.forEach(units -> tell(run, locked, units, replacing.replaced(units)));
        slices.apply(run, locked.orders(), changes);
        recalling.sourceAgain(run, locked.orders(), notFrom);
        store.touch(missing.stream().map(MissingUnits::work).distinct().toList(), run.at());
    }

    /** The units that no other bin could replace. Lost ones are cut from the end of the line, damaged from the front. */
    private static List<SliceChange> leaving(
            FulfilmentOrder work, Locked locked, List<MissingUnits> missing, Replacing replacing) {
        Map<Integer, Long> lost = new HashMap<>();
        Map<Integer, Long> damaged = new HashMap<>();
        for (MissingUnits units : missing) {
            long rest = units.quantity() - replacing.replaced(units);
            if (units.work().id() == work.id() && rest > 0) {
                (units.reason() == ShortPick.Reason.NOT_FOUND ? lost : damaged)
                        .merge(units.task().lineNo(), rest, Long::sum);
            }
        }
        var released = Picking.released(work, locked.orderOf(work));
        List<SliceChange> changes = new ArrayList<>();
        lost.forEach((line, quantity) -> changes.addAll(
                UnitCutter.last(released.getOrDefault(line, List.of()), quantity, SliceEvent.SHORT_LOST)));
        damaged.forEach((line, quantity) -> changes.addAll(
                UnitCutter.first(released.getOrDefault(line, List.of()), quantity, SliceEvent.SHORT_DAMAGED)));
        return changes;
    }

    private static void tell(Run run, Locked locked, MissingUnits units, long replaced) {
        run.orderFact(
                units.work().orderId(),
                "UnitsShort",
                Facts.data(
                        "fulfilment", units.work().number(),
                        "sku",
                                locked.orderOf(units.work())
                                        .line(units.task().lineNo())
                                        .sku(),
                        "bin", units.task().bin(),
                        "reason", units.reason().name(),
                        "units", units.quantity(),
                        "fromOtherBins", replaced,
                        "sourcedAgain", units.quantity() - replaced));
    }
}
