package dev.orderwright.allocation;

import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.orders.ItemClaims.ItemClaim;
import dev.orderwright.promising.FairSharing;
import dev.orderwright.promising.FairSharing.Claimant;
import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.promising.SharingRule;
import java.util.ArrayList;
import java.util.List;

/** Who gets how much. */
final class SharingRules {

    private static final int HIGHEST = 9;
    private static final int URGENT = 7;

    private SharingRules() {}

    /**
     * What a run does to an order of which nobody says anything: the urgent gain, others share, and what lies still because
     * of a hold is lent to them.
     */
    static SharingPolicy usual(ItemClaim claim) {
        if (claim.barred()) {
            return SharingPolicy.LOSE;
        }
        if (claim.held()) {
            return SharingPolicy.FILL;
        }
        return claim.priority() >= URGENT ? SharingPolicy.GAIN : SharingPolicy.REDISTRIBUTE;
    }

    /** @param claims the most urgent first, then the oldest */
    static SharingPlan plan(SharingWish wish, long free, List<ItemClaim> claims) {
        List<Share> asked = new ArrayList<>(claims.size());
        for (ItemClaim claim : claims) {
            long wants = claim.reserved() + claim.waiting();
            asked.add(new Share(
                    Long.toString(claim.orderId()),
                    claim.number(),
                    claim.channel(),
                    claim.priority(),
                    wants,
                    claim.shipComplete() ? wants : 0,
                    wish.policies().getOrDefault(claim.orderId(), usual(claim)),
                    claim.reserved(),
                    0,
                    0));
        }
        return decide(wish.rule(), wish.tiers(), free, asked);
    }

    /** Of what is told of each order before; for a run that was made, the same again. */
    static SharingPlan decide(SharingRule rule, boolean tiers, long free, List<Share> asked) {
        List<Claimant> claimants = asked.stream()
                .map(share -> new Claimant(
                        Long.parseLong(share.orderId()),
                        tiers ? HIGHEST - share.priority() : 0,
                        share.channel(),
                        share.wants(),
                        share.atLeast(),
                        share.before(),
                        share.policy()))
                .toList();
        List<Long> after = FairSharing.share(free, claimants, rule);
        List<Share> shares = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            Share share = asked.get(i);
            long meant = after.get(i);
            shares.add(new Share(
                    share.orderId(),
                    share.number(),
                    share.channel(),
                    share.priority(),
                    share.wants(),
                    share.atLeast(),
                    share.policy(),
                    share.before(),
                    meant,
                    meant));
        }
        long given = shares.stream().mapToLong(Share::difference).sum();
        return new SharingPlan(free, shares, free - given);
    }
}
