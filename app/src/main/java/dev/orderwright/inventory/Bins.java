package dev.orderwright.inventory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Claims, empties and fills bins, under the lock of the stock rows. */
@Component
class Bins {

    private final StockLedger ledger;
    private final BinStore store;

    Bins(StockLedger ledger, BinStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    List<BinStock> ofItems(Collection<Long> itemIds) {
        return store.ofItems(itemIds);
    }

    List<BinClaim> claim(long nodeId, SortedMap<Long, Long> quantityByItem, Collection<BinClaim> notFrom) {
        if (quantityByItem.isEmpty()) {
            return List.of();
        }
        ledger.lock(quantityByItem.keySet().stream()
                .map(item -> new StockKey(item, nodeId))
                .collect(Collectors.toCollection(TreeSet::new)));
        return store.claim(nodeId, quantityByItem, notFrom).stream()
                .sorted(Comparator.comparingLong(BinClaim::itemId).thenComparing(BinClaim::bin))
                .toList();
    }

    /**
     * Adds to bins, {@code quantitySign} times to what lies there and {@code claimSign} times to what is claimed.
     *
     * @throws IllegalStateException when less than nothing, or less than what is claimed, would lie in a bin
     */
    void change(Collection<BinClaim> units, int quantitySign, int claimSign) {
        if (units.isEmpty()) {
            return;
        }
        ledger.lock(units.stream()
                .map(unit -> new StockKey(unit.itemId(), unit.nodeId()))
                .collect(Collectors.toCollection(TreeSet::new)));
        long bins = units.stream()
                .map(unit -> new BinClaim(unit.itemId(), unit.nodeId(), unit.bin(), 0))
                .distinct()
                .count();
        try {
            if (store.change(units, quantitySign, claimSign) != bins) {
                throw new IllegalStateException("a bin is not there: " + units);
            }
        } catch (DataIntegrityViolationException e) {
            throw new IllegalStateException("more than lies or is claimed in a bin: " + units, e);
        }
    }

    /** Moves units that lie unclaimed in one bin into others at the same nodes. */
    void moveFrom(String bin, List<BinClaim> targets) {
        List<BinClaim> moved =
                targets.stream().filter(unit -> !unit.bin().equals(bin)).toList();
        change(
                moved.stream()
                        .map(unit -> new BinClaim(unit.itemId(), unit.nodeId(), bin, unit.quantity()))
                        .toList(),
                -1,
                0);
        store.put(moved);
    }
}
