package dev.orderwright.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * A place where goods lie and from which they are sent.
 *
 * @param zone the time zone of its calendar and cut-off
 * @param openDays weekdays on which people work there
 * @param cutOff orders that come later count as of the next open day
 * @param processingDays open days from the day of the order to the day on which it is handed to the carrier
 * @param ships whether orders may be sent from here
 * @param closedDays holidays and other days on which nobody works
 * @param version goes up with each change
 */
public record Node(
        long id,
        String code,
        String name,
        NodeKind kind,
        ZoneId zone,
        String street,
        String city,
        String postcode,
        String country,
        Set<DayOfWeek> openDays,
        LocalTime cutOff,
        int processingDays,
        boolean ships,
        boolean active,
        Set<LocalDate> closedDays,
        int version) {

    public Node {
        openDays = Set.copyOf(openDays);
        closedDays = Set.copyOf(closedDays);
    }

    /** Whether people work there on a day. */
    public boolean isOpen(LocalDate day) {
        return openDays.contains(day.getDayOfWeek()) && !closedDays.contains(day);
    }
}
