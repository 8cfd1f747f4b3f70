package dev.orderwright.promising;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * When a node works: its zone, open weekdays, closed days, cut-off and processing days. Days are counted from
 * 1970-01-01 in the node's own zone. For one thread.
 */
final class NodeCalendar {

    /** The node has no open day within reach. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final int DAYS_AHEAD_MAX = 400;
    private static final int SECONDS_PER_DAY = 86_400;

    private final ZoneRules rules;
    private final LocalTime cutOff;
    private final int processingDays;
    private final boolean[] openOn = new boolean[7];
    private final Set<Integer> closed = new HashSet<>();
    private int cutOffDay = NEVER;
    private long cutOffSecond;

    NodeCalendar(
            ZoneId zone,
            Set<DayOfWeek> openDays,
            Collection<LocalDate> closedDays,
            LocalTime cutOff,
            int processingDays) {
        rules = zone.getRules();
        this.cutOff = cutOff;
        this.processingDays = processingDays;
        openDays.forEach(day -> openOn[day.ordinal()] = true);
        closedDays.forEach(day -> closed.add(Math.toIntExact(day.toEpochDay())));
    }

    int localDay(Instant at) {
        long second = at.getEpochSecond() + rules.getOffset(at).getTotalSeconds();
        return Math.toIntExact(Math.floorDiv(second, SECONDS_PER_DAY));
    }

    /** The day on which an order placed at an instant can leave: from the cut-off on it counts for the next open day. */
    int shipDay(Instant at) {
        int day = localDay(at);
        int start = isOpen(day) && at.getEpochSecond() < cutOffSecond(day) ? day : nextOpen(day + 1);
        return processed(start);
    }

    /** The day on which goods can leave that arrive on a day: they count from the next open day. */
    int shipDayAfterArrival(int day) {
        return processed(nextOpen(day + 1));
    }

    /** The last open day up to a day, but not before another one. */
    int lastOpenUntil(int day, int notBefore) {
        int stop = Math.max(notBefore, day - DAYS_AHEAD_MAX);
        for (int d = day; d > stop; d--) {
            if (isOpen(d)) {
                return d;
            }
        }
        return notBefore;
    }

    /** The first open day from a day on, or {@link #NEVER}. */
    int nextOpen(int from) {
        for (int day = from; day < from + DAYS_AHEAD_MAX; day++) {
            if (isOpen(day)) {
                return day;
            }
        }
        return NEVER;
    }

    boolean isOpen(int day) {
        return openOn[TransitTable.weekday(day)] && (closed.isEmpty() || !closed.contains(day));
    }

    private int processed(int start) {
        int day = start;
        for (int i = 0; i < processingDays && day != NEVER; i++) {
            day = nextOpen(day + 1);
        }
        return day;
    }

    /** Where clocks change, the cut-off is the first moment at which the wall clock has reached or passed it. */
    private long cutOffSecond(int day) {
        if (day != cutOffDay) {
            LocalDateTime local = LocalDate.ofEpochDay(day).atTime(cutOff);
            ZoneOffsetTransition change = rules.getTransition(local);
            cutOffSecond = change != null && change.isGap()
                    ? change.toEpochSecond()
                    : local.toEpochSecond(change == null ? rules.getOffset(local) : change.getOffsetBefore());
            cutOffDay = day;
        }
        return cutOffSecond;
    }
}
