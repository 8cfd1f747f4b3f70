package dev.orderwright.catalog;

import dev.orderwright.shared.Change;
import java.util.List;

/** The answer to defining items: what became of each, in the order in which they were given. */
public record Defined(List<DefinedItem> items) {

    /** What became of one draft. */
    public record DefinedItem(String sku, long id, int version, Change change) {}
}
