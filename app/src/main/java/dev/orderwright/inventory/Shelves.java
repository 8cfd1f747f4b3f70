package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is there, counted up and down while a command decides line by line; nothing is written. */
final class Shelves {

    private final Map<StockKey, Map<Bucket, Long>> balances = new HashMap<>();
    /** Unclaimed units by bin, in the order in which bins are emptied. */
    private final Map<StockKey, TreeMap<String, Long>> free = new HashMap<>();

    private final List<BinClaim> taken = new ArrayList<>();

    Shelves(Collection<StockLevel> levels, Collection<BinStock> bins) {
        for (StockLevel level : levels) {
            Map<Bucket, Long> balance = new EnumMap<>(Bucket.class);
            for (Bucket bucket : Bucket.values()) {
                if (bucket.isInside()) {
                    balance.put(bucket, level.in(bucket));
                }
            }
            balances.put(level.key(), balance);
        }
        bins.forEach(bin -> binsOf(new StockKey(bin.itemId(), bin.nodeId())).put(bin.bin(), bin.free()));
    }

    long in(StockKey key, Bucket bucket) {
        return balances.getOrDefault(key, Map.of()).getOrDefault(bucket, 0L);
    }

    long freeIn(StockKey key, String bin) {
        TreeMap<String, Long> bins = binsOf(key);
        return bin.isEmpty() ? bins.values().stream().mapToLong(Long::longValue).sum() : bins.getOrDefault(bin, 0L);
    }

    /** Why this many cannot be taken out of a bucket, if they cannot. */
    Optional<Refusal> missing(StockKey key, Bucket bucket, long quantity, String bin, String field) {
        long there = in(key, bucket);
        if (there < quantity) {
            return Optional.of(Refusal.of(
                    "not-enough-stock", field, t("inventory.refusal.onlyAreThereNot", there, bucket, quantity)));
        }
        if (bucket.isInBins() && freeIn(key, bin) < quantity) {
            return Optional.of(Refusal.of(
                    "not-enough-in-bin",
                    field,
                    t("inventory.refusal.onlyLieUnclaimedInBin", freeIn(key, bin), bin, quantity)));
        }
        return Optional.empty();
    }

    /** Puts units into a bucket; when that is the shelf, into a bin. */
    void put(StockKey key, Bucket bucket, long quantity, String bin) {
        change(key, bucket, quantity);
        if (bucket.isInBins()) {
            binsOf(key).merge(bin.isEmpty() ? StockMove.MAIN_BIN : bin, quantity, Long::sum);
        }
    }

    /** Takes units that are not {@link #missing} out of a bucket; when that is the shelf, out of this bin or of any. */
    void take(StockKey key, Bucket bucket, long quantity, String bin) {
        change(key, bucket, -quantity);
        if (bucket.isInBins()) {
            takeFromBins(key, quantity, bin);
        }
    }

    private void change(StockKey key, Bucket bucket, long quantity) {
        balances.computeIfAbsent(key, k -> new EnumMap<>(Bucket.class)).merge(bucket, quantity, Long::sum);
    }

    private void takeFromBins(StockKey key, long quantity, String bin) {
        long left = quantity;
        for (Map.Entry<String, Long> entry : binsOf(key).entrySet()) {
            long part = bin.isEmpty() || bin.equals(entry.getKey()) ? Math.min(left, entry.getValue()) : 0;
            if (part > 0) {
                entry.setValue(entry.getValue() - part);
                taken.add(new BinClaim(key.itemId(), key.nodeId(), entry.getKey(), part));
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    quantity + " units of " + key + " do not lie unclaimed in bin '" + bin + "'");
        }
    }

    private TreeMap<String, Long> binsOf(StockKey key) {
        return free.computeIfAbsent(key, k -> new TreeMap<>());
    }

    /** The units taken off the shelf, by bin. */
    List<BinClaim> taken() {
        return taken;
    }
}
