package dev.orderwright.operations.web;

import dev.orderwright.operations.FactLog.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a log, as it stands in the address.
 *
 * @param what a type of fact or a kind of command
 * @param about a kind of thing
 * @param name what that thing is called
 * @param by who did it: {@code ann}, {@code client:shop}
 * @param from first day
 * @param until last day
 */
record LogInput(String what, String about, String name, String by, String from, String until) {

    private static final List<String> SORTS_OF_ACTORS = List.of("user:", "client:", "system:");

    LogInput {
        what = what.strip();
        about = about.strip();
        name = name.strip();
        by = by.strip();
        from = from.strip();
        until = until.strip();
    }

    boolean isEmpty() {
        return (what + name + by + from + until).isEmpty();
    }

    /** Whether a certain thing is meant. */
    boolean namesSubject() {
        return !about.isEmpty() && !name.isEmpty();
    }

    /** All codes that somebody can have who is called this. */
    List<String> actors() {
        if (by.isEmpty()) {
            return List.of();
        }
        return SORTS_OF_ACTORS.stream().anyMatch(by::startsWith)
                ? List.of(by)
                : SORTS_OF_ACTORS.stream().map(sort -> sort + by).toList();
    }

    Instant fromMoment(ZoneId zone) {
        LocalDate day = day(from);
        return day == null ? Filter.ALWAYS : day.atStartOfDay(zone).toInstant();
    }

    /** The day that was named is among them. */
    Instant untilMoment(ZoneId zone) {
        LocalDate day = day(until);
        return day == null
                ? Filter.FOR_EVER
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** A day that cannot be read is none, as in every filter. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
