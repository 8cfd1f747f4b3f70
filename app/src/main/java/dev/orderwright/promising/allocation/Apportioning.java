package dev.orderwright.promising.allocation;

import dev.orderwright.promising.allocation.Apportionment.Share;
import dev.orderwright.shared.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Divides a scarce supply among claims: first what quotas protect, within each group, then the rest, in both rounds tier by
 * tier and by fair share within a tier. Then minimum quantities: while some claim would get less than its minimum, the
 * last of them in the lowest tier gets nothing and all is divided again; at the end those that went empty are tried once
 * more, first tier first, and get their minimum back where nobody loses a claim by it. Ties go to the earlier claim.
 *
 * <p>For claims on one item: each that misses its minimum costs another round over all claims.
 */
public final class Apportioning {

    private final long supply;
    private final FairShare rule;
    private final long[] quantities;
    private final long[] minimums;
    private final int[] groups;
    /** Positions of the claims, first tier first, earlier before later. */
    private final int[] order;

    private final int[] tiers;
    private final long[] protectedOf;
    private final long[] maximumOf;
    private final boolean[] spills;
    private final boolean[] out;

    private Apportioning(long supply, List<Claim> claims, List<Quota> quotas, FairShare rule) {
        this.supply = supply;
        this.rule = rule;
        quantities = claims.stream().mapToLong(Claim::quantity).toArray();
        minimums = claims.stream().mapToLong(Claim::minimum).toArray();
        tiers = claims.stream().mapToInt(Claim::tier).toArray();
        order = IntStream.range(0, tiers.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(tiers[a], tiers[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        out = new boolean[tiers.length];
        Map<String, Integer> positions = new HashMap<>();
        groups = claims.stream()
                .mapToInt(claim -> positions.computeIfAbsent(claim.group(), g -> positions.size()))
                .toArray();
        int[] ofQuota = quotas.stream()
                .mapToInt(quota -> positions.computeIfAbsent(quota.group(), g -> positions.size()))
                .toArray();
        protectedOf = new long[positions.size()];
        maximumOf = new long[positions.size()];
        spills = new boolean[positions.size()];
        Arrays.fill(maximumOf, Long.MAX_VALUE);
        for (int q = 0; q < ofQuota.length; q++) {
            Quota quota = quotas.get(q);
            protectedOf[ofQuota[q]] = quota.protectedQuantity();
            maximumOf[ofQuota[q]] = quota.maximum();
            spills[ofQuota[q]] = quota.spills();
        }
        long wanted = Arrays.stream(protectedOf).reduce(0, Math::addExact);
        if (wanted > supply) {
            System.arraycopy(Amounts.spread(supply, protectedOf.clone()), 0, protectedOf, 0, protectedOf.length);
        }
    }

    /**
     * Divides a supply.
     *
     * @param supply not negative
     * @param quotas at most one for each group; where they protect more than there is, each is cut by the same fraction
     */
    public static Apportionment of(long supply, List<Claim> claims, List<Quota> quotas, FairShare rule) {
        if (supply < 0) {
            throw new IllegalArgumentException("supply " + supply);
        }
        long[] shares = new Apportioning(supply, claims, quotas, rule).shares();
        List<Share> result = new ArrayList<>(shares.length);
        long left = supply;
        for (int c = 0; c < shares.length; c++) {
            result.add(new Share(claims.get(c), shares[c]));
            left -= shares[c];
        }
        return new Apportionment(result, left);
    }

    private long[] shares() {
        long[] shares = divided();
        for (int below = lastBelowMinimum(shares); below >= 0; below = lastBelowMinimum(shares)) {
            out[below] = true;
            shares = divided();
        }
        for (int c : order) {
            if (out[c]) {
                out[c] = false;
                long[] more = divided();
                boolean better = lastBelowMinimum(more) < 0 && sum(more) > sum(shares);
                out[c] = !better;
                shares = better ? more : shares;
            }
        }
        return shares;
    }

    private int lastBelowMinimum(long[] shares) {
        for (int i = order.length - 1; i >= 0; i--) {
            int c = order[i];
            if (!out[c] && shares[c] > 0 && shares[c] < minimums[c]) {
                return c;
            }
        }
        return -1;
    }

    /** Both rounds, without regard to minimums. */
    private long[] divided() {
        long[] shares = new long[quantities.length];
        long open = supply;
        for (int g = 0; g < protectedOf.length; g++) {
            long unused = give(shares, protectedOf[g], g);
            open -= spills[g] ? protectedOf[g] - unused : protectedOf[g];
        }
        long[] room = maximumOf.clone();
        for (int c = 0; c < shares.length; c++) {
            room[groups[c]] -= shares[c];
        }
        giveByTier(shares, open, room);
        return shares;
    }

    /** Gives a group its protected quantity, tier by tier; returns what it does not use. */
    private long give(long[] shares, long quantity, int group) {
        long left = quantity;
        for (int from = 0; from < order.length && left > 0; from = tierEnd(from)) {
            long[] wanted = new long[tierEnd(from) - from];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = groups[order[from + i]] == group ? wanted(order[from + i], shares) : 0;
            }
            left -= add(shares, from, rule.divide(left, wanted));
        }
        return left;
    }

    /**
     * Gives the rest tier by tier. A group whose share in a tier would take it over its maximum gets exactly its maximum,
     * and the others of the tier divide what becomes free.
     */
    private void giveByTier(long[] shares, long quantity, long[] room) {
        long left = quantity;
        for (int from = 0; from < order.length && left > 0; from = tierEnd(from)) {
            long[] wanted = new long[tierEnd(from) - from];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = wanted(order[from + i], shares);
            }
            long[] given = rule.divide(left, wanted);
            for (int over = over(given, from, room); over >= 0; over = over(given, from, room)) {
                long[] capped = capped(wanted, from, over, room[over]);
                room[over] = 0;
                left -= add(shares, from, capped);
                given = rule.divide(left, wanted);
            }
            for (int i = 0; i < given.length; i++) {
                room[groups[order[from + i]]] -= given[i];
            }
            left -= add(shares, from, given);
        }
    }

    private int over(long[] given, int from, long[] room) {
        long[] byGroup = new long[room.length];
        for (int i = 0; i < given.length; i++) {
            byGroup[groups[order[from + i]]] += given[i];
        }
        for (int g = 0; g < room.length; g++) {
            if (byGroup[g] > room[g]) {
                return g;
            }
        }
        return -1;
    }

    /** Divides its room within a group, whose claims then want nothing more. */
    private long[] capped(long[] wanted, int from, int group, long room) {
        long[] own = new long[wanted.length];
        for (int i = 0; i < own.length; i++) {
            if (groups[order[from + i]] == group) {
                own[i] = wanted[i];
                wanted[i] = 0;
            }
        }
        return rule.divide(room, own);
    }

    private long wanted(int claim, long[] shares) {
        return out[claim] ? 0 : quantities[claim] - shares[claim];
    }

    private long add(long[] shares, int from, long[] given) {
        for (int i = 0; i < given.length; i++) {
            shares[order[from + i]] += given[i];
        }
        return sum(given);
    }

    private int tierEnd(int from) {
        int end = from + 1;
        while (end < order.length && tiers[order[end]] == tiers[order[from]]) {
            end++;
        }
        return end;
    }

    private static long sum(long[] values) {
        return Arrays.stream(values).sum();
    }
}
