package dev.orderwright.orders;

import dev.orderwright.orders.OrderListStore.Spot;
import dev.orderwright.orders.OrderListStore.Walk;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.orders.OrderQueries.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the orders of a list in growing windows, and gives up for this page when it has looked through enough of them, or
 * for long enough: so a page takes a bounded time among any number of orders, even when no index knows what is asked for.
 */
@Component
class OrderList {

    /**
     * How far a page is looked for.
     *
     * @param first candidates in the first window
     * @param most candidates in all windows together
     */
    record Sight(int first, int most) {}

    // Orders that lie side by side: as many as can be looked at in some 30 ms.
    private static final Sight ALONG = new Sight(2_000, 14_000);
    // Orders of one customer or with one item lie anywhere, each on a page that may have to come from the disk.
    private static final Sight HERE_AND_THERE = new Sight(250, 1_750);
    private static final int GROWTH = 2;
    private static final long PATIENCE_NANOS = 100_000_000;

    private final OrderListStore store;
    private final Sight along;
    private final Sight hereAndThere;

    @Autowired
    OrderList(OrderListStore store) {
        this(store, ALONG, HERE_AND_THERE);
    }

    /** With other windows. */
    OrderList(OrderListStore store, Sight along, Sight hereAndThere) {
        this.store = store;
        this.along = along;
        this.hereAndThere = hereAndThere;
    }

    Listed find(Filter filter, @Nullable Long before, int limit) {
        Walk walk = Walk.of(filter);
        Optional<Spot> top = top(walk, before);
        return top.isEmpty() ? new Listed(List.of(), null, null) : find(walk, filter, top.get(), limit);
    }

    private Optional<Spot> top(Walk walk, @Nullable Long before) {
        if (before == null) {
            return Optional.of(Spot.TOP);
        }
        return walk == Walk.PLACED
                ? store.placedAt(before).map(at -> new Spot(at, before))
                : Optional.of(new Spot(null, before));
    }

    private Listed find(Walk walk, Filter filter, Spot top, int limit) {
        List<Row> rows = new ArrayList<>();
        Spot from = top;
        Sight sight = walk.isScattered() ? hereAndThere : along;
        long patienceEnds = System.nanoTime() + PATIENCE_NANOS;
        int window = sight.first();
        for (int looked = 0; ; looked += window, window *= GROWTH) {
            Optional<Spot> edge = store.edge(walk, filter, from, window);
            rows.addAll(store.list(walk, filter, from, edge.orElse(Spot.BOTTOM), limit + 1 - rows.size()));
            if (rows.size() > limit) {
                return new Listed(rows.subList(0, limit), rows.get(limit - 1).id(), null);
            }
            if (edge.isEmpty()) {
                return new Listed(rows, null, null);
            }
            from = edge.get();
            boolean enough = looked + window >= sight.most() || System.nanoTime() > patienceEnds;
            if (rows.size() == limit || enough) {
                @Nullable
                Instant reached =
                        rows.size() == limit ? null : store.placedAt(from.id()).orElse(null);
                return new Listed(rows, from.id(), reached);
            }
        }
    }
}
