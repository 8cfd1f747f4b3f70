package dev.orderwright.verification;

import java.util.Map;
import java.util.Set;

/** The checks, in the order in which they are made and shown. */
public enum Check {
    /** Goods would not arrive at the address. */
    ADDRESS(Map.of()),
    /** The same buyer has just ordered the same goods. */
    DUPLICATE(Map.of(Limit.MINUTES, 60L)),
    /** One buyer orders very often. */
    VELOCITY(Map.of(Limit.COUNT, 20L, Limit.MINUTES, 60L)),
    /** A price lies far below the list. */
    PRICE(Map.of(Limit.PERCENT, 30L)),
    /** More of an article than anybody means, such as a barcode typed as a quantity. */
    QUANTITY(Map.of(Limit.COUNT, 10_000L)),
    /** An article is sold in packs, or not so little or so much of it at once. */
    PACK(Map.of()),
    /** The order is worth a look. */
    VALUE(Map.of(Limit.AMOUNT, 25_000L));

    private final Map<Limit, Long> usual;

    Check(Map<Limit, Long> usual) {
        this.usual = usual;
    }

    /** What it goes by. */
    public Set<Limit> limits() {
        return usual.keySet();
    }

    /** The limits unless somebody says otherwise. */
    Map<Limit, Long> usual() {
        return usual;
    }
}
