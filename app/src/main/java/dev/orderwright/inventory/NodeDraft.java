package dev.orderwright.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** A node as somebody wants it to be; see {@link Node} for the parts. */
public record NodeDraft(
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
        Set<LocalDate> closedDays) {}
