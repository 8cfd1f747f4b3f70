package dev.orderwright.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supply comes on another day, or the rest of it not at all.
 *
 * @param expectedOn the new day; the old one stays when there is none
 * @param close whether the rest is given up
 */
public record SupplyChange(
        long itemId, long supplyId, @Nullable LocalDate expectedOn, boolean close) {

    /** The answer: what is open of each now, in the order in which it was given. */
    public record SuppliesChanged(List<ChangedSupply> supplies) {}

    /** A supply after the change. */
    public record ChangedSupply(long id, LocalDate expectedOn, long open) {}
}
