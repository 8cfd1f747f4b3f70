package dev.orderwright.promising.allocation;

/**
 * What someone wants of a scarce item.
 *
 * @param id names the claim to who asks
 * @param tier 0 is served first; within a tier supply is shared
 * @param group the customer group or channel whose quota counts
 * @param quantity in the item's smallest unit, not negative
 * @param minimum less than this is worth nothing to the claim: it gets at least so much, or nothing; 0 for no minimum
 */
public record Claim(long id, int tier, String group, long quantity, long minimum) {

    public Claim {
        if (quantity < 0 || minimum < 0 || minimum > quantity) {
            throw new IllegalArgumentException("claim " + id + " of " + quantity + ", at least " + minimum);
        }
    }

    /** Takes any part of its quantity. */
    public static Claim of(long id, int tier, String group, long quantity) {
        return new Claim(id, tier, group, quantity, 0);
    }

    /** Its whole quantity or nothing. */
    public static Claim shipComplete(long id, int tier, String group, long quantity) {
        return new Claim(id, tier, group, quantity, quantity);
    }
}
