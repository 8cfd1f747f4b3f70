package dev.orderwright.promising;

import dev.orderwright.promising.allocation.AllocationChange;
import dev.orderwright.promising.allocation.Backorder;
import dev.orderwright.promising.allocation.BackorderPolicy;
import dev.orderwright.promising.allocation.BackorderRun;
import dev.orderwright.promising.allocation.Claim;
import dev.orderwright.promising.allocation.FairShare;
import java.util.List;

/** Decides who gets how much of what is scarce; from where it comes is another question. Pure. */
public final class FairSharing {

    private FairSharing() {}

    /**
     * Who has or wants units of an item, in its smallest units.
     *
     * @param tier 0 is served first; within a tier units are shared
     * @param group the channel
     * @param wants all together, with what it has
     * @param atLeast less is worth nothing to it; 0 when any part will do
     */
    public record Claimant(long id, int tier, String group, long wants, long atLeast, long has, SharingPolicy policy) {}

    /**
     * Shares out what is free and what claimants may lose.
     *
     * @param claimants the earlier ones get the odd units
     * @return what each has in the end, in the order of the claimants
     */
    public static List<Long> share(long free, List<Claimant> claimants, SharingRule rule) {
        List<Backorder> backorders = claimants.stream()
                .map(one -> new Backorder(
                        new Claim(one.id(), one.tier(), one.group(), one.wants(), one.atLeast()),
                        one.has(),
                        BackorderPolicy.valueOf(one.policy().name())))
                .toList();
        return BackorderRun.of(free, backorders, List.of(), FairShare.valueOf(rule.name())).change().entries().stream()
                .map(AllocationChange.Entry::after)
                .toList();
    }
}
