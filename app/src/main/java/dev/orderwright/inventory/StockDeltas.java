package dev.orderwright.inventory;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds moves up, so that each balance is changed once however many moves touch it. */
final class StockDeltas {

    /** The buckets inside the walls are the first of the enum. */
    static final int BUCKETS = Bucket.INCOMING.ordinal() + 1;

    private StockDeltas() {}

    /** What the moves change, by item and node in locking order; the index of the array is that of the bucket. */
    static SortedMap<StockKey, long[]> of(Collection<StockMove> moves) {
        SortedMap<StockKey, long[]> deltas = new TreeMap<>();
        for (StockMove move : moves) {
            add(deltas, move.fromKey(), move.from(), -move.quantity());
            add(deltas, move.toKey(), move.to(), move.quantity());
        }
        return deltas;
    }

    private static void add(SortedMap<StockKey, long[]> deltas, StockKey key, Bucket bucket, long quantity) {
        if (bucket.isInside()) {
            long[] delta = deltas.computeIfAbsent(key, k -> new long[BUCKETS]);
            delta[bucket.ordinal()] = Math.addExact(delta[bucket.ordinal()], quantity);
        }
    }
}
