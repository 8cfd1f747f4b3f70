package dev.orderwright.promising.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Who gains and who loses between two allocations of the same claims.
 *
 * @param entries by claim, in the order of the claims
 */
public record AllocationChange(List<Entry> entries) {

    /** What becomes of one claim. */
    public record Entry(Claim claim, long before, long after) {

        /** Positive for a gain. */
        public long difference() {
            return after - before;
        }
    }

    public AllocationChange {
        entries = List.copyOf(entries);
    }

    /** Compares what the claims have, by position. */
    public static AllocationChange between(List<Claim> claims, long[] before, long[] after) {
        List<Entry> entries = new ArrayList<>(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            entries.add(new Entry(claims.get(i), before[i], after[i]));
        }
        return new AllocationChange(entries);
    }

    public List<Entry> gains() {
        return entries.stream().filter(entry -> entry.difference() > 0).toList();
    }

    public List<Entry> losses() {
        return entries.stream().filter(entry -> entry.difference() < 0).toList();
    }
}
