package dev.orderwright.promising.supply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * How much of one item may be promised for each day. It never falls from one day to the next: who may have it sooner may
 * have it later. Immutable.
 */
public final class Promisable {

    /** No day on which so much will be there. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final int[] days;
    private final long[] quantities;

    /** @param quantities by day, never falling */
    Promisable(int[] days, long[] quantities) {
        this.days = days;
        this.quantities = quantities;
    }

    /**
     * Of a kit: as many as its scarcest component allows.
     *
     * @param components at least one
     * @param perKit by component: how much of it one kit holds, more than 0
     */
    public static Promisable ofKit(List<Promisable> components, long[] perKit) {
        int[] days = days(components);
        long[] kits = new long[days.length];
        Arrays.fill(kits, Long.MAX_VALUE);
        for (int c = 0; c < perKit.length; c++) {
            for (int d = 0; d < days.length; d++) {
                kits[d] = Math.min(kits[d], components.get(c).on(days[d]) / perKit[c]);
            }
        }
        return new Promisable(days, kits);
    }

    /** By bucket; negative where more is promised than will be there. */
    public long[] quantities() {
        return quantities.clone();
    }

    /** What may be promised for a day; 0 before the first one, never negative. */
    public long on(int day) {
        int found = Arrays.binarySearch(days, day);
        int bucket = found >= 0 ? found : -found - 2;
        return bucket < 0 ? 0 : Math.max(0, quantities[bucket]);
    }

    /** The first day for which a quantity may be promised whole, or {@link #NEVER}. */
    public int promiseDay(long quantity) {
        int bucket = firstWith(Math.max(0, quantity));
        return bucket == days.length ? NEVER : days[bucket];
    }

    /** A part of a quantity and the first day for which it may be promised. */
    public record Portion(int day, long quantity) {}

    /**
     * As much of a quantity as soon as possible, by day. The portions add up to the quantity, or to all that will ever be
     * there.
     */
    public List<Portion> portions(long quantity) {
        List<Portion> portions = new ArrayList<>();
        long given = 0;
        for (int b = firstWith(1); b < days.length && given < quantity; b++) {
            long more = Math.min(quantity, quantities[b]) - given;
            if (more > 0) {
                portions.add(new Portion(days[b], more));
                given += more;
            }
        }
        return portions;
    }

    private int firstWith(long quantity) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quantities[middle] < quantity) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] days(Collection<Promisable> components) {
        TreeSet<Integer> days = new TreeSet<>();
        for (Promisable component : components) {
            for (int day : component.days) {
                days.add(day);
            }
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }
}
