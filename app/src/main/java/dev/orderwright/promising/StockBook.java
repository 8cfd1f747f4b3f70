package dev.orderwright.promising;

import java.util.Arrays;

/**
 * The stock that is left to promise while one run of planning takes from it. Items and nodes are positions in sorted
 * arrays, so that the loops over them touch no objects.
 */
final class StockBook {

    private final long[] itemIds;
    private final long[] nodeIds;
    private final long[] available;
    private final int[] mark;

    /**
     * @param itemIds ascending, each once
     * @param nodeIds ascending, each once
     */
    StockBook(long[] itemIds, long[] nodeIds) {
        this.itemIds = itemIds;
        this.nodeIds = nodeIds;
        available = new long[itemIds.length * nodeIds.length];
        mark = new int[itemIds.length];
    }

    /** Sets what is there; a row of a node that takes no part is left out. */
    void put(long itemId, long nodeId, long quantity) {
        int node = Arrays.binarySearch(nodeIds, nodeId);
        if (node >= 0) {
            available[cell(item(itemId), node)] = quantity;
        }
    }

    int item(long itemId) {
        int item = Arrays.binarySearch(itemIds, itemId);
        if (item < 0) {
            throw new IllegalStateException("item " + itemId + " was not loaded for this run");
        }
        return item;
    }

    int items() {
        return itemIds.length;
    }

    int nodes() {
        return nodeIds.length;
    }

    int cell(int item, int node) {
        return item * nodeIds.length + node;
    }

    long available(int cell) {
        return available[cell];
    }

    void take(int item, int node, long quantity) {
        long left = available[cell(item, node)] - quantity;
        if (left < 0) {
            throw new IllegalStateException("item " + itemIds[item] + " at node " + nodeIds[node] + ": " + quantity
                    + " units planned, " + (left + quantity) + " there");
        }
        available[cell(item, node)] = left;
    }

    /** Units come or go that no order of this run takes; what is not there cannot go. */
    void change(int item, int node, long quantity) {
        int cell = cell(item, node);
        available[cell] = Math.max(0, available[cell] + quantity);
    }

    /** Where a node stands; below 0 for one that takes no part. */
    int node(long nodeId) {
        return Arrays.binarySearch(nodeIds, nodeId);
    }

    /** Scratch space by item, zero between uses: who uses it sets it back. */
    int[] mark() {
        return mark;
    }
}
