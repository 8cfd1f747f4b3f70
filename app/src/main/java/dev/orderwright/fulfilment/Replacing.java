package dev.orderwright.fulfilment;

import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.BinStock;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts free units of other bins of the node in the place of missing ones: the reservation stays, and the free units are
 * what is written off. The stock rows of the items are locked.
 */
final class Replacing {

    private final Stock stock;
    private final List<MissingUnits> missing;
    private final Map<StockKey, Long> available = new HashMap<>();
    private final Map<MissingUnits, Long> replaced = new IdentityHashMap<>();
    private final List<StockMove> moves = new ArrayList<>();

    Replacing(Stock stock, List<MissingUnits> missing, Map<StockKey, StockLevel> levels) {
        this.stock = stock;
        this.missing = missing;
        levels.forEach((key, level) -> available.put(key, level.available()));
    }

    /** How many of the missing units have found a replacement. */
    long replaced(MissingUnits units) {
        return replaced.getOrDefault(units, 0L);
    }

    /** The stock moves that come of it. */
    List<StockMove> moves() {
        return moves;
    }

    /** Claims what other bins can give, and makes the pick tasks for it. */
    List<PickTask> claimOtherBins(Run run, TaskBook book) {
        Map<StockKey, Deque<BinClaim>> claims = claims(run);
        Map<Long, Integer> lastNumbers = new HashMap<>();
        List<PickTask> added = new ArrayList<>();
        for (MissingUnits units : missing) {
            Deque<BinClaim> bins = claims.getOrDefault(units.key(), new ArrayDeque<>());
            long found = 0;
            while (found < units.quantity() && !bins.isEmpty()) {
                BinClaim claim = bins.removeFirst();
                long part = Math.min(units.quantity() - found, claim.quantity());
                if (part < claim.quantity()) {
                    bins.addFirst(new BinClaim(claim.itemId(), claim.nodeId(), claim.bin(), claim.quantity() - part));
                }
                int number = lastNumbers.merge(units.work().id(), lastNumber(units, book) + 1, (a, b) -> a + 1);
                added.add(task(units, number, claim.bin(), part));
                found += part;
            }
            if (found > 0) {
                replaced.put(units, found);
                available.merge(units.key(), -found, Long::sum);
                moves.add(move(units.claim(), found, units));
            }
        }
        return added;
    }

    private Map<StockKey, Deque<BinClaim>> claims(Run run) {
        Map<Long, Map<Long, Long>> wanted = new TreeMap<>();
        for (MissingUnits units : missing) {
            wanted.computeIfAbsent(units.work().nodeId(), node -> new TreeMap<>())
                    .merge(units.task().itemId(), units.quantity(), Long::sum);
        }
        List<BinClaim> notFrom = missing.stream().map(MissingUnits::claim).toList();
        Map<StockKey, Deque<BinClaim>> claims = new HashMap<>();
        wanted.forEach((node, byItem) -> {
            byItem.replaceAll(
                    (item, quantity) -> Math.min(quantity, available.getOrDefault(new StockKey(item, node), 0L)));
            byItem.values().removeIf(quantity -> quantity == 0);
            stock.claimBins(run, node, byItem, ofNode(notFrom, node))
                    .forEach(claim -> claims.computeIfAbsent(
                                    new StockKey(claim.itemId(), node), key -> new ArrayDeque<>())
                            .add(claim));
        });
        return claims;
    }

    private static List<BinClaim> ofNode(List<BinClaim> claims, long nodeId) {
        return claims.stream().filter(claim -> claim.nodeId() == nodeId).toList();
    }

    private static int lastNumber(MissingUnits units, TaskBook book) {
        return book.of(units.work().id()).getLast().taskNo();
    }

    private static PickTask task(MissingUnits units, int number, String bin, long quantity) {
        return new PickTask(
                units.work().orderId(),
                units.work().id(),
                number,
                units.task().lineNo(),
                units.task().itemId(),
                bin,
                quantity,
                0,
                0,
                0);
    }

    private static StockMove move(BinClaim from, long quantity, MissingUnits units) {
        return new StockMove(
                from.itemId(),
                from.nodeId(),
                Bucket.AVAILABLE,
                from.nodeId(),
                units.goesTo(),
                quantity,
                units.moveReason(),
                "order",
                units.work().orderId(),
                units.task().lineNo());
    }

    /**
     * Sets apart what the books still say is free in a bin that was found empty, so that nothing is promised from it
     * until somebody has counted. The bin of whoever keeps no bins is not one that can be empty.
     */
    void blockBins(Run run) {
        Set<BinClaim> empty = new HashSet<>();
        for (MissingUnits units : missing) {
            BinClaim claim = units.claim();
            if (units.reason() == ShortPick.Reason.NOT_FOUND && !claim.bin().equals(StockMove.MAIN_BIN)) {
                empty.add(new BinClaim(claim.itemId(), claim.nodeId(), claim.bin(), 0));
            }
        }
        if (empty.isEmpty()) {
            return;
        }
        List<BinClaim> blocked = new ArrayList<>();
        for (BinStock bin : stock.bins(run, empty.stream().map(BinClaim::itemId).collect(Collectors.toSet()))) {
            StockKey key = new StockKey(bin.itemId(), bin.nodeId());
            long free = Math.min(bin.free(), available.getOrDefault(key, 0L));
            if (free > 0 && empty.contains(new BinClaim(bin.itemId(), bin.nodeId(), bin.bin(), 0))) {
                blocked.add(new BinClaim(bin.itemId(), bin.nodeId(), bin.bin(), free));
                available.merge(key, -free, Long::sum);
            }
        }
        stock.takeUnclaimed(run, blocked);
        for (BinClaim units : blocked) {
            moves.add(new StockMove(
                    units.itemId(),
                    units.nodeId(),
                    Bucket.AVAILABLE,
                    units.nodeId(),
                    Bucket.QC_HOLD,
                    units.quantity(),
                    "COUNT",
                    "bin",
                    units.nodeId(),
                    0));
            run.fact(new Fact(
                    "item",
                    units.itemId(),
                    "BinBlocked",
                    Facts.data("node", Long.toString(units.nodeId()), "bin", units.bin(), "units", units.quantity())));
        }
    }
}
