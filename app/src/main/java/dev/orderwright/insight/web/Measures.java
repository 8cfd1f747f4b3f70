package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Texts;
import java.time.Duration;

/** How spans of time and shares are written. */
final class Measures {

    private static final double ALL = 100;

    private Measures() {}

    /** {@code 97.3 %}; nothing of nothing is no rate. */
    static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Texts.language().locale(), "%.1f %%", part * ALL / whole);
    }

    /** {@code 45 min}, {@code 7 h}, {@code 3.5 days}. */
    static String span(Duration duration) {
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return t("insight.insightPages.min", Math.max(0, duration.toMinutes()));
        }
        return duration.compareTo(Duration.ofDays(2)) < 0
                ? t("shared.show.hours", duration.toHours())
                : t("insight.measures.days", days(duration.toHours() / 24.0));
    }

    private static String days(double days) {
        String text = String.format(Texts.language().locale(), "%.1f", days);
        return text.endsWith("0") ? text.substring(0, text.length() - 2) : text;
    }
}
