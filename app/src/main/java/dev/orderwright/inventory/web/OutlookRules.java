package dev.orderwright.inventory.web;

import dev.orderwright.inventory.ExpectedSupply;
import dev.orderwright.inventory.WaitingDemand.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays what comes and what is waited for side by side, day by day. */
final class OutlookRules {

    private OutlookRules() {}

    /**
     * A day on which something changes.
     *
     * @param comes units that suppliers and other nodes should bring
     * @param wanted units that orders wait for
     * @param free what is left after it; below 0 nobody has promised to bring enough
     */
    record Day(LocalDate day, long comes, long wanted, long free) {}

    /**
     * The days on which something changes, today first. What should have come already is expected today, and what has
     * no date is wanted today.
     *
     * @param freeNow available, less what is kept back
     */
    static List<Day> days(LocalDate today, long freeNow, List<ExpectedSupply> supplies, List<Waiting> demands) {
        SortedMap<LocalDate, long[]> byDay = new TreeMap<>(Map.of(today, new long[2]));
        supplies.forEach(supply -> at(byDay, today, supply.expectedOn())[0] += supply.open());
        demands.forEach(
                demand -> at(byDay, today, demand.shipOn() == null ? today : demand.shipOn())[1] += demand.quantity());
        List<Day> days = new ArrayList<>();
        long free = freeNow;
        for (Map.Entry<LocalDate, long[]> entry : byDay.entrySet()) {
            long[] change = entry.getValue();
            free += change[0] - change[1];
            days.add(new Day(entry.getKey(), change[0], change[1], free));
        }
        return days;
    }

    private static long[] at(SortedMap<LocalDate, long[]> byDay, LocalDate today, LocalDate day) {
        return byDay.computeIfAbsent(day.isBefore(today) ? today : day, d -> new long[2]);
    }

    /**
     * Every day of a span, with what changes on it; what comes later counts on the last.
     *
     * @param days as {@link #days} made them
     */
    static List<Day> span(List<Day> days, int length) {
        LocalDate first = days.getFirst().day();
        List<Day> span = new ArrayList<>();
        int next = 0;
        long free = days.getFirst().free();
        for (int i = 0; i < length; i++) {
            LocalDate day = first.plusDays(i);
            long comes = 0;
            long wanted = 0;
            while (next < days.size()
                    && (i == length - 1 || !days.get(next).day().isAfter(day))) {
                comes += days.get(next).comes();
                wanted += days.get(next).wanted();
                free = days.get(next).free();
                next++;
            }
            span.add(new Day(day, comes, wanted, free));
        }
        return span;
    }
}
