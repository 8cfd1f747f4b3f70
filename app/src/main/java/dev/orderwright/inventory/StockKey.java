package dev.orderwright.inventory;

/** An item at a node. Sorted by item, then node: the order in which stock is locked everywhere. */
public record StockKey(long itemId, long nodeId) implements Comparable<StockKey> {

    @Override
    public int compareTo(StockKey other) {
        int byItem = Long.compare(itemId, other.itemId);
        return byItem != 0 ? byItem : Long.compare(nodeId, other.nodeId);
    }
}
