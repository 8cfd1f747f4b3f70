package dev.orderwright.promising;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the nodes of one order: fewest shipments, then cheapest, then soonest. Tries the sets of nodes by size,
 * smallest first, and stops at the first size that covers everything that can be covered. Nodes that every such set needs
 * are fixed beforehand.
 *
 * <p>Exact for every order up to 12 nodes. In larger networks exact for every size that has at most {@value #SETS_MAX} sets
 * (pairs out of 200 nodes, triples out of 50), fewer for orders of more than a thousand items; where a size has more,
 * {@link GreedyCover} decides.
 */
final class SourceSearch {

    static final int SETS_MAX = 20_000;
    /** Six out of twelve: the largest number of sets that twelve nodes make. */
    private static final int SETS_OF_TWELVE = 924;

    private static final int SETS_TIMES_ITEMS_MAX = 20_000_000;
    private static final int BEATEN_MAX = 2;

    private final Source[] sources;
    private final Wanted wanted;
    private final DeliveryMethod method;
    private final int max;
    private final int setsMax;
    private final List<Selection> beaten = new ArrayList<>(BEATEN_MAX);
    private @Nullable Selection best;
    /** The item that the last set did not cover: the next one most likely fails there too. */
    private int suspect;

    private SourceSearch(Source[] sources, Wanted wanted, DeliveryMethod method, int max) {
        this.sources = sources;
        this.wanted = wanted;
        this.method = method;
        this.max = max;
        setsMax = Math.clamp(SETS_TIMES_ITEMS_MAX / wanted.count, SETS_OF_TWELVE, SETS_MAX);
    }

    /**
     * What was chosen.
     *
     * @param best null when no node has anything
     * @param beaten the next best sets of the same size
     */
    record Choice(@Nullable Selection best, List<Selection> beaten) {

        static final Choice NOTHING = new Choice(null, List.of());
    }

    /**
     * @param sources ranked
     * @param shipmentsMax 0 for no limit
     */
    static Choice choose(Source[] sources, Wanted wanted, DeliveryMethod method, int shipmentsMax) {
        if (sources.length == 0) {
            return Choice.NOTHING;
        }
        // The ranks are by the cost of shipping everything, so the first that has everything is the best single node.
        for (Source source : sources) {
            if (source.hasAll(wanted)) {
                return new Choice(Selection.of(new Source[] {source}, wanted, method), List.of());
            }
        }
        int max = shipmentsMax <= 0 ? sources.length : Math.min(shipmentsMax, sources.length);
        return new SourceSearch(sources, wanted, method, max).search();
    }

    private Choice search() {
        boolean[] needed = needed();
        int fixed = count(needed);
        for (int size = Math.max(2, fixed); size <= max && best == null; size++) {
            if (tooMany(sources.length - fixed, size - fixed)) {
                consider(GreedyCover.of(sources, wanted, max), true);
                break;
            }
            trySets(needed, size, true);
        }
        if (best == null) {
            mostWithinLimit();
        }
        return new Choice(best, beaten);
    }

    /** The limit on shipments leaves something uncovered: the sets that cover most. */
    private void mostWithinLimit() {
        boolean[] none = new boolean[sources.length];
        for (int size = 1; size <= max; size++) {
            if (tooMany(sources.length, size)) {
                consider(GreedyCover.of(sources, wanted, max), false);
                break;
            }
            trySets(none, size, false);
        }
    }

    /** A node is needed when all others together cannot cover some item. */
    private boolean[] needed() {
        boolean[] needed = new boolean[sources.length];
        for (int i = 0; i < wanted.count; i++) {
            long all = 0;
            for (Source source : sources) {
                all += source.usable[i];
            }
            for (int s = 0; s < sources.length; s++) {
                needed[s] |= all - sources[s].usable[i] < wanted.reachable[i];
            }
        }
        return needed;
    }

    /** Tries every set of a size that holds the fixed nodes. */
    private void trySets(boolean[] fixed, int size, boolean mustCover) {
        int[] free = new int[sources.length];
        int freeCount = 0;
        for (int s = 0; s < sources.length; s++) {
            if (!fixed[s]) {
                free[freeCount++] = s;
            }
        }
        int choose = size - (sources.length - freeCount);
        int[] at = new int[choose];
        for (int i = 0; i < choose; i++) {
            at[i] = i;
        }
        boolean[] in = new boolean[sources.length];
        do {
            System.arraycopy(fixed, 0, in, 0, in.length);
            for (int i : at) {
                in[free[i]] = true;
            }
            consider(picked(in, size), mustCover);
        } while (next(at, freeCount));
    }

    /** Moves on to the next combination of positions below {@code bound}; false after the last one. */
    private static boolean next(int[] at, int bound) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (at[i] < bound - at.length + i) {
                at[i]++;
                for (int j = i + 1; j < at.length; j++) {
                    at[j] = at[j - 1] + 1;
                }
                return true;
            }
        }
        return false;
    }

    private Source[] picked(boolean[] in, int size) {
        Source[] picked = new Source[size];
        int count = 0;
        for (int s = 0; s < sources.length; s++) {
            if (in[s]) {
                picked[count++] = sources[s];
            }
        }
        return picked;
    }

    private void consider(Source[] set, boolean mustCover) {
        if (set.length > max || (mustCover && !coversAll(set))) {
            return;
        }
        Selection selection = Selection.of(set, wanted, method);
        Selection beatenNow = selection;
        if (selection.isBetterThan(best)) {
            beatenNow = best;
            best = selection;
        }
        remember(beatenNow);
    }

    private void remember(@Nullable Selection selection) {
        Selection winner = best;
        beaten.removeIf(old -> winner != null && old.sources.length != winner.sources.length);
        if (selection == null || (winner != null && selection.sources.length != winner.sources.length)) {
            return;
        }
        int place = beaten.size();
        while (place > 0 && selection.isBetterThan(beaten.get(place - 1))) {
            place--;
        }
        beaten.add(place, selection);
        if (beaten.size() > BEATEN_MAX) {
            beaten.removeLast();
        }
    }

    private boolean coversAll(Source[] set) {
        if (!covers(set, suspect)) {
            return false;
        }
        for (int i = 0; i < wanted.count; i++) {
            if (!covers(set, i)) {
                suspect = i;
                return false;
            }
        }
        return true;
    }

    private boolean covers(Source[] set, int item) {
        long there = 0;
        for (Source source : set) {
            there += source.usable[item];
        }
        return there >= wanted.reachable[item];
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    /** The binomial coefficient grows with each step, so the first step above the limit decides. */
    private boolean tooMany(int of, int choose) {
        long sets = 1;
        for (int i = 1; i <= choose && sets <= setsMax; i++) {
            sets = sets * (of - choose + i) / i;
        }
        return sets > setsMax;
    }
}
