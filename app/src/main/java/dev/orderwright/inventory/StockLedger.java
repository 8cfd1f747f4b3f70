package dev.orderwright.inventory;

import dev.orderwright.inventory.MoveStore.Entry;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Locks balances and moves units between them, with the ledger and the bins kept right. */
@Component
class StockLedger {

    private final StockStore stock;
    private final MoveStore moves;
    private final BinStore bins;
    private final Ids ids;
    private final InstantSource clock;

    StockLedger(StockStore stock, MoveStore moves, BinStore bins, Ids ids, InstantSource clock) {
        this.stock = stock;
        this.moves = moves;
        this.bins = bins;
        this.ids = ids;
        this.clock = clock;
    }

    /** Locks in key order; rows that are missing are made. */
    List<StockLevel> lock(SortedSet<StockKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<StockLevel> levels = stock.lock(keys);
        if (levels.size() == keys.size()) {
            return levels;
        }
        stock.makeAndLock(keys);
        return stock.lock(keys);
    }

    /** Writes all moves at the end of the transaction. */
    void moveAtEnd(Map<Run, List<StockMove>> movesByRun) {
        List<Entry> entries = entries(movesByRun);
        if (entries.isEmpty()) {
            return;
        }
        List<StockMove> all = entries.stream().map(Entry::move).toList();
        if (all.stream().anyMatch(StockMove::entersBins)) {
            throw new IllegalArgumentException("what enters bins must be moved at once");
        }
        moves.moveAtEnd(StockDeltas.of(all), entries, clock.instant());
    }

    private List<Entry> entries(Map<Run, List<StockMove>> movesByRun) {
        List<Entry> entries = new ArrayList<>();
        movesByRun.forEach((run, list) -> list.forEach(move -> entries.add(new Entry(ids.next(), run, move))));
        return entries;
    }

    /** Writes all moves of the commands at once. */
    void move(Map<Run, List<StockMove>> movesByRun) {
        List<Entry> entries = entries(movesByRun);
        if (entries.isEmpty()) {
            return;
        }
        List<StockMove> all = entries.stream().map(Entry::move).toList();
        try {
            write(StockDeltas.of(all), entries);
        } catch (DataIntegrityViolationException e) {
            throw new IllegalStateException("a stock balance would go below 0", e);
        }
        bins.put(all.stream()
                .filter(StockMove::entersBins)
                .map(move -> new BinClaim(move.itemId(), move.toNodeId(), move.targetBin(), move.quantity()))
                .toList());
    }

    private void write(SortedMap<StockKey, long[]> deltas, List<Entry> entries) {
        Instant recordedAt = clock.instant();
        if (moves.move(deltas, entries, recordedAt)) {
            return;
        }
        lock(new TreeSet<>(deltas.keySet()));
        if (!moves.move(deltas, entries, recordedAt)) {
            throw new IllegalStateException("stock rows are missing after they were made: " + deltas.keySet());
        }
    }
}
