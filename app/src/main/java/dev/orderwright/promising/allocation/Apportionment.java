package dev.orderwright.promising.allocation;

import java.util.List;

/**
 * Who gets what of a supply.
 *
 * @param shares by claim, in the order of the claims
 * @param left what nobody gets: more than is wanted, kept for a group, or too little for any minimum
 */
public record Apportionment(List<Share> shares, long left) {

    /** What one claim gets; never more than it wants, never less than its minimum unless it gets nothing. */
    public record Share(Claim claim, long quantity) {}

    public Apportionment {
        shares = List.copyOf(shares);
    }

    /** All shares together. */
    public long given() {
        return shares.stream().mapToLong(Share::quantity).sum();
    }
}
