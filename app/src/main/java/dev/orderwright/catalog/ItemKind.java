package dev.orderwright.catalog;

/** What an item is to the warehouse. */
public enum ItemKind {
    /** Goods: they lie at nodes, are reserved, picked and shipped. */
    STOCKED,
    /** A charge such as postage: it is sold and invoiced, but never lies anywhere. */
    SERVICE
}
