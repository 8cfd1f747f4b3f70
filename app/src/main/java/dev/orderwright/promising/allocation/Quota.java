package dev.orderwright.promising.allocation;

/**
 * What a group may count on and how much it may get at most.
 *
 * @param protectedQuantity kept for the group's claims, whatever the tiers of others
 * @param maximum all claims of the group together get no more; {@link Long#MAX_VALUE} for no maximum
 * @param spills others get what the group leaves of its protected quantity; otherwise it stays there for the group
 */
public record Quota(String group, long protectedQuantity, long maximum, boolean spills) {

    public Quota {
        if (protectedQuantity < 0 || maximum < protectedQuantity) {
            throw new IllegalArgumentException(
                    "quota of " + group + ": " + protectedQuantity + " protected, at most " + maximum);
        }
    }
}
