package dev.orderwright.catalog;

import java.util.List;

/** The answer to defining items: what became of each, in the order in which they were given. */
public record Defined(List<DefinedItem> items) {

    /** What became of one draft. */
    public record DefinedItem(String sku, long id, int version, Change change) {}

    /** Whether a draft changed anything. */
    public enum Change {
        /** The SKU was new. */
        CREATED,
        /** The item differs from what it was. */
        CHANGED,
        /** The item was like this already. */
        UNCHANGED
    }
}
