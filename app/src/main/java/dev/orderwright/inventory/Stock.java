package dev.orderwright.inventory;

import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Stock inside the transaction of another module: lock it, decide, move it. Rows are locked by item, then node; the
 * lock of a row covers its balances and its bins. Every method locks what it changes in that order by itself, so a
 * single call never deadlocks with another; but who decides on a balance must have locked it first.
 */
@Component
public class Stock {

    private final StockLedger ledger;
    private final StockStore store;
    private final Bins bins;
    private final LimitStore limits;
    private final SupplyStore supply;

    Stock(StockLedger ledger, StockStore store, Bins bins, LimitStore limits, SupplyStore supply) {
        this.ledger = ledger;
        this.store = store;
        this.bins = bins;
        this.limits = limits;
        this.supply = supply;
    }

    /** The levels of these items at these nodes, locked in key order until the transaction ends. */
    public Map<StockKey, StockLevel> lock(Run run, Collection<StockKey> keys) {
        return byKey(ledger.lock(new TreeSet<>(keys)));
    }

    /** The levels of these items at every node that ever had any, locked in key order until the transaction ends. */
    public Map<StockKey, StockLevel> lockItems(Run run, Collection<Long> itemIds) {
        return itemIds.isEmpty() ? Map.of() : byKey(store.lockItems(itemIds));
    }

    private static Map<StockKey, StockLevel> byKey(List<StockLevel> levels) {
        return levels.stream()
                .collect(Collectors.toMap(StockLevel::key, level -> level, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * How many units of the items are kept back from promising to a channel on a day. Where several limits hold (for
     * all channels and for this one), the highest counts.
     */
    public Map<StockKey, Long> limits(Collection<Long> itemIds, String channel, LocalDate on) {
        return itemIds.isEmpty() ? Map.of() : limits.limits(itemIds, channel, on);
    }

    /** {@link #limits(Collection, String, LocalDate)} for several channels and days at once; without those that have none. */
    public Map<LimitDay, Map<StockKey, Long>> limits(Collection<Long> itemIds, Collection<LimitDay> days) {
        return itemIds.isEmpty() || days.isEmpty() ? Map.of() : limits.limits(itemIds, days);
    }

    /** What is on its way, from suppliers and from other nodes, by day. Days may lie in the past: supply is late. */
    public Map<Long, List<ExpectedSupply>> expected(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Map.of()
                : supply.expected(itemIds).stream().collect(Collectors.groupingBy(ExpectedSupply::itemId));
    }

    /**
     * Moves units and writes the ledger. Units that come onto the shelf are laid into the bin of their move
     * ({@link StockMove#bin}, by default {@code MAIN}, or {@code RETURNS} for what was picked or sold before); for
     * units that leave the shelf the caller says from which bins ({@link #takeFromBins}).
     *
     * @throws IllegalStateException when a balance would go below 0
     */
    public void move(Run run, List<StockMove> moves) {
        ledger.move(Map.of(run, moves));
    }

    /**
     * Moves units between rows that are there, in the last statement of the transaction, so that others wait for them as
     * shortly as can be. None of the moves may bring units onto a shelf.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException from the end of the transaction, when a balance
     *     would go below 0
     */
    public void moveAtEnd(Map<Run, List<StockMove>> movesByRun) {
        ledger.moveAtEnd(movesByRun);
    }

    /** {@link #move} for several commands that share a transaction, at once. */
    public void moveAll(Map<Run, List<StockMove>> movesByRun) {
        ledger.move(movesByRun);
    }

    /**
     * Claims units in bins at a node for picking, bin by bin in alphabetical order. May claim less than asked.
     *
     * @return by item, then bin
     */
    public List<BinClaim> claimBins(Run run, long nodeId, Map<Long, Long> quantityByItem) {
        return bins.claim(nodeId, new TreeMap<>(quantityByItem), List.of());
    }

    /** The same, but not from some bins: those where units were just not found. */
    public List<BinClaim> claimBins(
            Run run, long nodeId, Map<Long, Long> quantityByItem, Collection<BinClaim> notFrom) {
        return bins.claim(nodeId, new TreeMap<>(quantityByItem), notFrom);
    }

    /** What lies where of these items, and what of it is claimed; true as long as their stock rows are locked. */
    public List<BinStock> bins(Run run, Collection<Long> itemIds) {
        return itemIds.isEmpty() ? List.of() : bins.ofItems(itemIds);
    }

    /** Gives claims back: the units stay where they are. */
    public void unclaimBins(Run run, List<BinClaim> claims) {
        bins.change(claims, 0, -1);
    }

    /** Claimed units have left their bins: they were picked, or were not there. */
    public void takeFromBins(Run run, List<BinClaim> claims) {
        bins.change(claims, -1, -1);
    }

    /** Units that nobody has claimed have left their bins: they were set apart, or lost. */
    public void takeUnclaimed(Run run, List<BinClaim> units) {
        bins.change(units, -1, 0);
    }

    /** Lays units that came back, and lie in the bin for returns since {@link #move}, into other bins. */
    public void putIntoBin(Run run, List<BinClaim> units) {
        bins.moveFrom(StockMove.RETURNS_BIN, units);
    }
}
