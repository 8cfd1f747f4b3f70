package dev.orderwright.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What could be sold of items in the past, told from the ledger. */
@Component
public class StockHistory {

    private final StockHistoryStore store;

    StockHistory(StockHistoryStore store) {
        this.store = store;
    }

    /**
     * Units that became available, or were no longer.
     *
     * @param quantity in the item's smallest unit; below 0 for what went
     * @param documentKind what caused it ({@code order}, {@code receipt}), and which one
     */
    public record Change(long itemId, long nodeId, long quantity, Instant at, String documentKind, long documentId) {}

    /**
     * What was available of items when a period began, and how that changed until it ended.
     *
     * @param changes in the order in which they happened
     */
    public record Period(Map<StockKey, Long> available, List<Change> changes) {}

    /** One look at the ledger: what was there and what came fit together. */
    public Period between(Collection<Long> itemIds, Instant from, Instant until) {
        Map<StockKey, Long> available = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        store.read(itemIds, from, until, row -> {
            StockKey key = new StockKey(row.itemId(), row.nodeId());
            available.merge(key, row.isLevel() ? row.quantity() : -row.quantity(), Long::sum);
            if (row.change() != null) {
                changes.add(row.change());
            }
        });
        return new Period(available, changes);
    }
}
