package dev.orderwright.inventory.web.nodes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How open and closed days are written, and read again. */
final class WeekRules {

    private static final int RANGE_MIN = 3;

    private WeekRules() {}

    /** {@code Mon–Fri, Sun}: three days or more in a row are a range. */
    static String text(Collection<DayOfWeek> days, Locale locale) {
        List<DayOfWeek> sorted = days.stream().distinct().sorted().toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            while (end + 1 < sorted.size()
                    && sorted.get(end + 1).getValue() == sorted.get(end).getValue() + 1) {
                end++;
            }
            if (end - i + 1 >= RANGE_MIN) {
                parts.add(name(sorted.get(i), locale) + "–" + name(sorted.get(end), locale));
            } else {
                sorted.subList(i, end + 1).forEach(day -> parts.add(name(day, locale)));
            }
            i = end + 1;
        }
        return String.join(", ", parts);
    }

    private static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** As a form has them: one in a line. */
    static String lines(Collection<LocalDate> days) {
        return new TreeSet<>(days).stream().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }

    /** Days as they were typed, between commas, spaces or lines. */
    static List<String> typed(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,;]+"));
    }

    /** The first that is no day; empty when all are. */
    static Optional<String> unreadable(String text) {
        return typed(text).stream().filter(day -> day(day).isEmpty()).findFirst();
    }

    /** Those of them that are days. */
    static Set<LocalDate> days(String text) {
        return typed(text).stream().flatMap(day -> day(day).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
