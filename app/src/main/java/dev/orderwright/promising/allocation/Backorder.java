package dev.orderwright.promising.allocation;

/**
 * A claim in a backorder run.
 *
 * @param confirmed what it has now, at most its quantity
 */
public record Backorder(Claim claim, long confirmed, BackorderPolicy policy) {

    public Backorder {
        if (confirmed < 0 || confirmed > claim.quantity()) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + " of " + claim.quantity() + " has " + confirmed + " confirmed");
        }
    }
}
