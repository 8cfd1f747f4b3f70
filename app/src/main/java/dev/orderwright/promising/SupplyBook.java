package dev.orderwright.promising;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The announced supply that no shortage has used yet, by item, soonest first. For one run of planning.
 */
final class SupplyBook {

    /** One announced arrival; {@code left} goes down as shortages are dated from it. */
    static final class Arrival {
        final int node;
        final int day;
        long left;

        Arrival(int node, int day, long left) {
            this.node = node;
            this.day = day;
            this.left = left;
        }
    }

    private static final Arrival[] NONE = {};
    private static final Comparator<Arrival> SOONEST =
            Comparator.<Arrival>comparingInt(arrival -> arrival.day).thenComparingInt(arrival -> arrival.node);

    private final Arrival[][] byItem;

    SupplyBook(int items) {
        byItem = new Arrival[items][];
        Arrays.fill(byItem, NONE);
    }

    void put(int item, List<Arrival> arrivals) {
        Arrival[] sorted = arrivals.toArray(NONE);
        Arrays.sort(sorted, SOONEST);
        byItem[item] = sorted;
    }

    Arrival[] of(int item) {
        return byItem[item];
    }

    /** Sets aside what older backorders will get: they are served first, from the soonest arrivals. */
    void setAside(int item, long quantity) {
        long open = quantity;
        for (Arrival arrival : byItem[item]) {
            long used = Math.min(open, arrival.left);
            arrival.left -= used;
            open -= used;
        }
    }
}
