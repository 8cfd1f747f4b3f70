package dev.orderwright.promising;

/** How much each gets of what is scarce, among orders that are served together. */
public enum SharingRule {
    /** The same fraction of what each wants, to the unit by largest remainder. */
    PROPORTIONAL,
    /** Small wishes are met, and all others get the same. */
    MAX_MIN,
    /** The older order first, each in full. */
    IN_ORDER
}
