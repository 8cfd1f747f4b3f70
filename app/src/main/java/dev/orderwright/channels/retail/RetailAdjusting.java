package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.inventory.Adjustment;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Books stock notes: units that were found come to the main node; what is written off is taken from whichever node has
 * it, the main one first. What no node has can't be written off, and is told.
 */
@Component
class RetailAdjusting {

    private static final int LINES_MAX = 5_000;

    private final Inventory inventory;
    private final Stock stock;
    private final Catalog catalog;

    RetailAdjusting(Inventory inventory, Stock stock, Catalog catalog) {
        this.inventory = inventory;
        this.stock = stock;
        this.catalog = catalog;
    }

    /** The notes of one day with what they refer to. */
    final class Notes {
        private final Run run;
        private final List<RetailLine> found;
        private final List<RetailLine> lost;
        private final List<Long> nodes;
        private final Map<Sku, Long> items;

        private Notes(Run run, List<RetailLine> notes, List<Long> nodes) {
            this.run = run;
            this.found = notes.stream().filter(note -> note.quantity() > 0).toList();
            this.lost = notes.stream().filter(note -> note.quantity() < 0).toList();
            this.nodes = nodes;
            List<Sku> skus = notes.stream().map(note -> Sku.of(note.code())).toList();
            this.items = catalog.bySku(skus).values().stream().collect(Collectors.toMap(Item::sku, Item::id));
        }

        /** Books what was found. */
        void bookFound() {
            adjust(
                    "found",
                    found.stream()
                            .map(note -> adjustment(note, item(note), nodes.getFirst(), note.quantity()))
                            .toList());
        }

        /** Writes off what is there to be written off; returns what is not there, by line of the file. */
        Map<Long, Long> writeOff() {
            if (lost.isEmpty()) {
                return Map.of();
            }
            Set<Long> wanted = lost.stream().map(this::item).collect(Collectors.toSet());
            Map<StockKey, Long> available = stock.lockItems(run, wanted).values().stream()
                    .collect(Collectors.toMap(StockLevel::key, StockLevel::available));
            Map<Long, Long> uncovered = new HashMap<>();
            List<Adjustment> taken = new ArrayList<>();
            for (RetailLine note : lost) {
                long left = -note.quantity();
                for (long node : nodes) {
                    StockKey key = new StockKey(item(note), node);
                    long part = Math.min(left, available.getOrDefault(key, 0L));
                    if (part > 0) {
                        taken.add(adjustment(note, item(note), node, -part));
                        available.merge(key, -part, Long::sum);
                        left -= part;
                    }
                }
                if (left > 0) {
                    uncovered.put(note.lineNumber(), left);
                }
            }
            adjust("written-off", taken);
            return uncovered;
        }

        private long item(RetailLine note) {
            return Objects.requireNonNull(items.get(Sku.of(note.code())));
        }

        private void adjust(String step, List<Adjustment> adjustments) {
            for (int from = 0; from < adjustments.size(); from += LINES_MAX) {
                List<Adjustment> set = adjustments.subList(from, Math.min(adjustments.size(), from + LINES_MAX));
                inventory.adjust(run.cause().step(step + from), set).orThrow();
            }
        }
    }

    Notes notes(Run run, List<RetailLine> notes, List<Long> nodes) {
        return new Notes(run, notes, nodes);
    }

    private static Adjustment adjustment(RetailLine note, long item, long node, long delta) {
        return new Adjustment(item, node, Bucket.AVAILABLE, delta, "", StockNotes.reason(note), StockNotes.note(note));
    }
}
