package dev.orderwright.promising;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The announced supply that no shortage has used yet, by item, soonest first. For one run of planning; loaded when the
 * first order is short, because most runs have none.
 */
final class SupplyBook {

    /** One announced arrival; {@code left} goes down as shortages are dated from it. */
    static final class Arrival {
        final int item;
        final int node;
        final int day;
        long left;

        Arrival(int item, int node, int day, long left) {
            this.item = item;
            this.node = node;
            this.day = day;
            this.left = left;
        }
    }

    private static final Comparator<Arrival> SOONEST =
            Comparator.<Arrival>comparingInt(arrival -> arrival.day).thenComparingInt(arrival -> arrival.node);

    private final Supplier<List<Arrival>> announced;
    private final Supplier<long[]> waiting;
    private @Nullable Map<Integer, List<Arrival>> byItem;

    /**
     * @param waiting by item: what older backorders will get, because they are served first; asked when something is announced
     */
    SupplyBook(Supplier<List<Arrival>> announced, Supplier<long[]> waiting) {
        this.announced = announced;
        this.waiting = waiting;
    }

    /** Nothing is announced. */
    static SupplyBook none(int items) {
        return new SupplyBook(List::of, () -> new long[items]);
    }

    List<Arrival> of(int item) {
        Map<Integer, List<Arrival>> loaded = byItem;
        if (loaded == null) {
            loaded = announced.get().stream().sorted(SOONEST).collect(Collectors.groupingBy(arrival -> arrival.item));
            if (!loaded.isEmpty()) {
                long[] ahead = waiting.get();
                loaded.forEach((name, arrivals) -> setAside(arrivals, ahead[name]));
            }
            byItem = loaded;
        }
        return loaded.getOrDefault(item, List.of());
    }

    /** Whether dates were asked for of items that have announced supply. */
    boolean isUsed() {
        Map<Integer, List<Arrival>> loaded = byItem;
        return loaded != null && !loaded.isEmpty();
    }

    private static void setAside(List<Arrival> arrivals, long ahead) {
        long open = ahead;
        for (Arrival arrival : arrivals) {
            long used = Math.min(open, arrival.left);
            arrival.left -= used;
            open -= used;
        }
    }
}
