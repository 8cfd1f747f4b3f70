package dev.orderwright.promising.sourcing;

/** What the cost of a plan is made of. */
public enum CostPart {
    /** What carriers take. */
    SHIPPING,
    /** Picking and packing at the nodes. */
    HANDLING,
    /** What each shipment after the first costs beyond its carriage: annoyance, packaging, enquiries. */
    SPLIT,
    /** Arriving after the wished day. */
    LATENESS,
    /** Taking stock from where it will soon be missed. */
    BALANCE,
    /** Value that stock loses where it is left, against the node where it would lose most. */
    MARKDOWN,
    /** Greenhouse gas of the carriage, at a price. */
    CARBON
}
