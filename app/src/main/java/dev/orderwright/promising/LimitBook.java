package dev.orderwright.promising;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept back from promising (safety stock, channel buffers), by channel and day. */
final class LimitBook {

    static final LimitBook NONE = new LimitBook();

    private record Key(String channel, int day) {}

    private final Map<Key, long[]> kept = new HashMap<>();

    /** @param quantities by cell of the {@link StockBook} */
    void put(String channel, int day, long[] quantities) {
        kept.put(new Key(channel, day), quantities);
    }

    /** What a node keeps back from a demand on its own day, by cell; null when nothing is kept back. */
    long @Nullable [] at(SourceNode node, Demand demand) {
        return kept.isEmpty()
                ? null
                : kept.get(new Key(demand.channel(), node.calendar().localDay(demand.at())));
    }
}
