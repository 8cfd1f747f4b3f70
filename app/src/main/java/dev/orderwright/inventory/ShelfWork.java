package dev.orderwright.inventory;

import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps every stock command takes, in the order that keeps locks and laws: lock, look, move, tell. */
@Component
class ShelfWork {

    private final StockLedger ledger;
    private final BinStore binStore;
    private final Bins bins;
    private final Arrivals arrivals;

    ShelfWork(StockLedger ledger, BinStore binStore, Bins bins, Arrivals arrivals) {
        this.ledger = ledger;
        this.binStore = binStore;
        this.bins = bins;
        this.arrivals = arrivals;
    }

    /** Locks stock that some of these items are going to be added to; those who wait for them lock theirs first. */
    void lockForArrival(Run run, Collection<Long> arriving, Collection<StockKey> keys) {
        arrivals.beforeStockIsLocked(run, arriving);
        ledger.lock(new TreeSet<>(keys));
    }

    /** What is there now; the stock must be locked. */
    Shelves look(Collection<StockKey> keys) {
        TreeSet<StockKey> sorted = new TreeSet<>(keys);
        return new Shelves(
                ledger.lock(sorted),
                binStore.ofItems(sorted.stream().map(StockKey::itemId).collect(Collectors.toSet())));
    }

    /** Moves units; those that leave the shelf are taken out of these bins. */
    void move(Run run, List<StockMove> moves, List<BinClaim> taken) {
        ledger.move(Map.of(run, moves));
        bins.change(taken, -1, 0);
    }

    /** To be called last: whoever waits takes what has come. */
    void arrived(Run run, Collection<Long> items) {
        arrivals.afterArrival(run, items);
    }
}
