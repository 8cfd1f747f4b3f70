package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import java.time.Duration;
import java.util.List;

/** How sizes and short times are written. */
final class Sizes {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");
    private static final int STEP = 1_000;
    private static final int TEN = 10;
    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final Duration MINUTES = Duration.ofMinutes(2);
    private static final Duration HOURS = Duration.ofHours(2);
    private static final Duration DAYS = Duration.ofDays(2);

    private Sizes() {}

    /** {@code 41 GB}, {@code 1.2 GB}. */
    static String bytes(long bytes) {
        double size = (double) bytes / STEP;
        int unit = 0;
        while (size >= STEP && unit < UNITS.size() - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Texts.language().locale(), size < TEN ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
    }

    /** {@code 12 ms}, {@code 3 s}, {@code 5 min}. */
    static String time(Duration time) {
        if (time.compareTo(SECONDS) < 0) {
            return Show.number(time.toMillis()) + " ms";
        }
        if (time.compareTo(MINUTES) < 0) {
            return Show.number(time.toSeconds()) + " s";
        }
        if (time.compareTo(HOURS) < 0) {
            return t("shared.show.minutes", time.toMinutes());
        }
        return time.compareTo(DAYS) < 0 ? t("shared.show.hours", time.toHours()) : t("shared.show.days", time.toDays());
    }

    /** {@code 3%}. */
    static String percent(double share) {
        return t("shared.figures.percent", String.format(Texts.language().locale(), "%.0f", share * 100));
    }
}
