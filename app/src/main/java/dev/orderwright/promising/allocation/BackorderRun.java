package dev.orderwright.promising.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the confirmed quantities of an item out anew, together with what has become free: policy by policy ({@link
 * BackorderPolicy}), within a policy as {@link Apportioning} does. What those that may not lose have is set aside before
 * anything is given. Pure: the same run is the preview and the decision.
 *
 * <p>The policies are those of the order fulfilment processing of SAP's advanced available-to-promise.
 */
public final class BackorderRun {

    private BackorderRun() {}

    /**
     * The outcome of a run.
     *
     * @param left what is free afterwards
     * @param winnersShort winners that could not get their whole quantity: someone has to decide about them
     */
    public record Outcome(AllocationChange change, long left, List<Claim> winnersShort) {

        public Outcome {
            winnersShort = List.copyOf(winnersShort);
        }
    }

    /**
     * Runs over the backorders of one item.
     *
     * @param free what nobody has confirmed, not negative
     */
    public static Outcome of(long free, List<Backorder> backorders, List<Quota> quotas, FairShare rule) {
        long[] before = backorders.stream().mapToLong(Backorder::confirmed).toArray();
        long[] after = new long[before.length];
        long open = free;
        for (int i = 0; i < before.length; i++) {
            after[i] = keeps(backorders.get(i).policy()) ? before[i] : 0;
            open = Math.addExact(open, before[i] - after[i]);
        }
        for (BackorderPolicy policy : BackorderPolicy.values()) {
            if (policy != BackorderPolicy.LOSE) {
                open = serve(policy, open, backorders, after, quotas, rule);
            }
        }
        List<Claim> claims = backorders.stream().map(Backorder::claim).toList();
        List<Claim> lacking = IntStream.range(0, after.length)
                .filter(i -> backorders.get(i).policy() == BackorderPolicy.WIN
                        && after[i] < claims.get(i).quantity())
                .mapToObj(claims::get)
                .toList();
        return new Outcome(AllocationChange.between(claims, before, after), open, lacking);
    }

    private static boolean keeps(BackorderPolicy policy) {
        return policy == BackorderPolicy.WIN || policy == BackorderPolicy.GAIN;
    }

    /** Gives to the claims of one policy what they may get on top of what they keep; returns what is left. */
    private static long serve(
            BackorderPolicy policy,
            long open,
            List<Backorder> backorders,
            long[] after,
            List<Quota> quotas,
            FairShare rule) {
        int[] positions = IntStream.range(0, after.length)
                .filter(i -> backorders.get(i).policy() == policy)
                .toArray();
        List<Claim> claims = new ArrayList<>(positions.length);
        for (int i : positions) {
            claims.add(wanting(backorders.get(i), after[i]));
        }
        Apportionment shares = Apportioning.of(open, claims, remaining(quotas, backorders, after), rule);
        for (int i = 0; i < positions.length; i++) {
            after[positions[i]] += shares.shares().get(i).quantity();
        }
        return shares.left();
    }

    /** What a backorder may still get. Who gets no more than it has takes any part of it above its minimum. */
    private static Claim wanting(Backorder backorder, long kept) {
        Claim claim = backorder.claim();
        long most = backorder.policy() == BackorderPolicy.FILL ? backorder.confirmed() : claim.quantity();
        long quantity = most - kept;
        long minimum = Math.min(quantity, Math.max(0, claim.minimum() - kept));
        return new Claim(claim.id(), claim.tier(), claim.group(), quantity, minimum);
    }

    /** The quotas less what their groups have already got in this run. */
    private static List<Quota> remaining(List<Quota> quotas, List<Backorder> backorders, long[] after) {
        List<Quota> remaining = new ArrayList<>(quotas.size());
        for (Quota quota : quotas) {
            long got = 0;
            for (int i = 0; i < after.length; i++) {
                got += backorders.get(i).claim().group().equals(quota.group()) ? after[i] : 0;
            }
            long maximum = quota.maximum() == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, quota.maximum() - got);
            long kept = Math.min(maximum, Math.max(0, quota.protectedQuantity() - got));
            remaining.add(new Quota(quota.group(), kept, maximum, quota.spills()));
        }
        return remaining;
    }
}
