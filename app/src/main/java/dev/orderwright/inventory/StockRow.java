package dev.orderwright.inventory;

import dev.orderwright.catalog.Item;
import java.util.List;

/**
 * An item in the overview, with its level at every node that ever had any.
 */
public record StockRow(Item item, List<StockLevel> levels) {

    public StockRow {
        levels = List.copyOf(levels);
    }

    /** The sum of a bucket over the nodes of the row. */
    public long total(Bucket bucket) {
        return levels.stream().mapToLong(level -> level.in(bucket)).sum();
    }

    /** What is physically there, over the nodes of the row. */
    public long onHand() {
        return levels.stream().mapToLong(StockLevel::onHand).sum();
    }
}
