package dev.orderwright.promising;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Finds a set of nodes where trying all sets would take too long: takes again and again the node that adds most (whole
 * items first, then units, then the better rank), then drops every node the others can do without, dearest first. The
 * set covers as much as all nodes together when the limit allows, but need not be the smallest one.
 */
final class GreedyCover {

    private GreedyCover() {}

    static Source[] of(Source[] sources, Wanted wanted, int max) {
        long[] open = Arrays.copyOf(wanted.reachable, wanted.count);
        boolean[] picked = new boolean[sources.length];
        int count = 0;
        for (int best = bestNext(sources, picked, open);
                best >= 0 && count < max;
                best = bestNext(sources, picked, open)) {
            picked[best] = true;
            count++;
            for (int i = 0; i < open.length; i++) {
                open[i] = Math.max(0, open[i] - sources[best].usable[i]);
            }
        }
        long[] covered = new long[wanted.count];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = wanted.reachable[i] - open[i];
        }
        for (int s = sources.length - 1; s >= 0; s--) {
            picked[s] = picked[s] && isNeeded(s, sources, picked, covered);
        }
        Source[] cover = new Source[sources.length];
        int size = 0;
        for (int s = 0; s < sources.length; s++) {
            if (picked[s]) {
                cover[size++] = sources[s];
            }
        }
        Source[] result = Arrays.copyOf(cover, size);
        Arrays.sort(result, Comparator.comparingInt(source -> source.rank));
        return result;
    }

    /** The node that adds most to what is picked; −1 when none adds anything. */
    private static int bestNext(Source[] sources, boolean[] picked, long[] open) {
        int best = -1;
        int bestItems = 0;
        long bestUnits = 0;
        for (int s = 0; s < sources.length; s++) {
            if (picked[s]) {
                continue;
            }
            int items = 0;
            long units = 0;
            for (int i = 0; i < open.length; i++) {
                long added = Math.min(open[i], sources[s].usable[i]);
                units += added;
                items += added > 0 && added == open[i] ? 1 : 0;
            }
            if (items > bestItems || (items == bestItems && units > bestUnits)) {
                best = s;
                bestItems = items;
                bestUnits = units;
            }
        }
        return best;
    }

    private static boolean isNeeded(int candidate, Source[] sources, boolean[] picked, long[] covered) {
        for (int i = 0; i < covered.length; i++) {
            long others = 0;
            for (int s = 0; s < sources.length; s++) {
                others += picked[s] && s != candidate ? sources[s].usable[i] : 0;
            }
            if (others < covered[i]) {
                return true;
            }
        }
        return false;
    }
}
