package dev.orderwright.fulfilment;

import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.OrderSlices.Releasable;
import dev.orderwright.orders.OrderSlices.ReleaseCandidate;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.Standing;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives reserved units to their nodes: one fulfilment order for each order and node, and a pick task for each bin, which
 * keeps the units there for it.
 */
@Component
class Releasing {

    private static final Logger log = LoggerFactory.getLogger(Releasing.class);

    private final OrderSlices slices;
    private final Stock stock;
    private final FulfilmentStore store;
    private final PickTaskStore tasks;
    private final Numbers numbers;
    private final Ids ids;

    Releasing(OrderSlices slices, Stock stock, FulfilmentStore store, PickTaskStore tasks, Numbers numbers, Ids ids) {
        this.slices = slices;
        this.stock = stock;
        this.store = store;
        this.tasks = tasks;
        this.numbers = numbers;
        this.ids = ids;
    }

    Released release(Run run, ReleaseFilter filter, int limit) {
        Releasable releasable = slices.claimReleasable(run, filter, limit);
        if (releasable.candidates().isEmpty()) {
            return new Released(List.of());
        }
        Map<StockKey, Deque<BinClaim>> claims = claim(run, releasable.candidates());
        Batch batch = new Batch();
        for (ReleaseCandidate candidate : releasable.candidates()) {
            add(run, candidate, claims, batch);
        }
        if (batch.works.isEmpty()) {
            return new Released(List.of());
        }
        store.insert(batch.works, batch.standings, run.at());
        tasks.insert(batch.tasks);
        slices.apply(run, releasable.orders(), batch.changes);
        return new Released(batch.released);
    }

    private static final class Batch {
        private final List<FulfilmentOrder> works = new ArrayList<>();
        private final List<Standing> standings = new ArrayList<>();
        private final List<PickTask> tasks = new ArrayList<>();
        private final List<SliceChange> changes = new ArrayList<>();
        private final List<Released.Work> released = new ArrayList<>();
    }

    /** Claims for all candidates at once. Stock rows of all nodes are locked before, so that the order is one order. */
    private Map<StockKey, Deque<BinClaim>> claim(Run run, List<ReleaseCandidate> candidates) {
        Map<Long, Map<Long, Long>> wanted = new TreeMap<>();
        List<StockKey> keys = new ArrayList<>();
        for (ReleaseCandidate candidate : candidates) {
            for (Slice slice : candidate.slices()) {
                wanted.computeIfAbsent(candidate.nodeId(), node -> new TreeMap<>())
                        .merge(slice.itemId(), slice.quantity(), Long::sum);
                keys.add(new StockKey(slice.itemId(), candidate.nodeId()));
            }
        }
        stock.lock(run, keys);
        Map<StockKey, Deque<BinClaim>> claims = new HashMap<>();
        wanted.forEach((node, byItem) -> stock.claimBins(run, node, byItem)
                .forEach(claim -> claims.computeIfAbsent(
                                new StockKey(claim.itemId(), claim.nodeId()), key -> new ArrayDeque<>())
                        .add(claim)));
        return claims;
    }

    private void add(Run run, ReleaseCandidate candidate, Map<StockKey, Deque<BinClaim>> claims, Batch batch) {
        long id = ids.next();
        List<PickTask> stops = new ArrayList<>();
        List<SliceChange> changes = new ArrayList<>();
        for (Slice slice : candidate.slices()) {
            Deque<BinClaim> bins =
                    claims.getOrDefault(new StockKey(slice.itemId(), candidate.nodeId()), new ArrayDeque<>());
            long found = stops(id, slice, bins, stops);
            if (found > 0) {
                changes.add(SliceChange.part(slice, found, SliceEvent.RELEASE).withFulfilment(id));
            }
            if (found < slice.quantity()) {
                // The bins hold less than is reserved: the books are wrong here, which their check shows. The rest
                // waits.
                log.error(
                        "order {} line {}: {} reserved units of item {} lie in no bin of node {}",
                        slice.orderId(),
                        slice.lineNo(),
                        slice.quantity() - found,
                        slice.itemId(),
                        candidate.nodeId());
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        FulfilmentOrder work = work(run, id, candidate);
        long units = changes.stream().mapToLong(SliceChange::quantity).sum();
        batch.works.add(work);
        batch.standings.add(Standing.of(candidate.order().head()));
        batch.tasks.addAll(stops);
        batch.changes.addAll(changes);
        batch.released.add(new Released.Work(id, work.number(), work.orderId(), work.nodeId(), units));
        run.orderFact(
                work.orderId(),
                "FulfilmentReleased",
                Facts.data("fulfilment", work.number(), "node", Long.toString(work.nodeId()), "units", units));
    }

    /** Makes the tasks for a slice out of the claims of its item; returns how many of its units they cover. */
    private static long stops(long fulfilmentId, Slice slice, Deque<BinClaim> bins, List<PickTask> stops) {
        long left = slice.quantity();
        while (left > 0 && !bins.isEmpty()) {
            BinClaim claim = bins.removeFirst();
            long part = Math.min(left, claim.quantity());
            if (part < claim.quantity()) {
                bins.addFirst(new BinClaim(claim.itemId(), claim.nodeId(), claim.bin(), claim.quantity() - part));
            }
            stops.add(new PickTask(
                    slice.orderId(),
                    fulfilmentId,
                    stops.size() + 1,
                    slice.lineNo(),
                    slice.itemId(),
                    claim.bin(),
                    part,
                    0,
                    0,
                    0));
            left -= part;
        }
        return slice.quantity() - left;
    }

    private FulfilmentOrder work(Run run, long id, ReleaseCandidate candidate) {
        OrderHead head = candidate.order().head();
        return new FulfilmentOrder(
                id,
                numbers.next("FO"),
                head.id(),
                head.number(),
                candidate.nodeId(),
                FulfilmentState.RELEASED,
                FulfilmentState.RELEASED,
                head.priority(),
                shipOn(candidate.slices()),
                head.method(),
                null,
                null,
                "",
                run.at(),
                run.at(),
                1);
    }

    private static @Nullable LocalDate shipOn(List<Slice> slices) {
        return slices.stream()
                .map(Slice::shipOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
