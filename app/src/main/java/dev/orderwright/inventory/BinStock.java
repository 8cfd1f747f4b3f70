package dev.orderwright.inventory;

/**
 * What lies in a bin.
 *
 * @param claimed the part of it that somebody is going to pick
 */
public record BinStock(long itemId, long nodeId, String bin, long quantity, long claimed) {

    public long free() {
        return quantity - claimed;
    }
}
