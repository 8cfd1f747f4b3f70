package dev.orderwright.shared.ui;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How numbers, money and times are written on screens and documents: one way everywhere. Dates have their weekday,
 * times their zone.
 */
@Component
public class Show {

    private static final String ACTOR = "shared.Actor.";

    private static final String NOTHING = "–";
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final ZoneId zone;

    /** The company's zone; a node's own times are shown in the node's zone. */
    Show(Company company) {
        this.zone = company.zone();
    }

    public ZoneId zone() {
        return zone;
    }

    /** {@code Thu 9 Jul 2026 14:03 BST} in the company's zone. */
    public String moment(@Nullable Instant instant) {
        return moment(instant, zone);
    }

    public static String moment(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? NOTHING : Texts.language().moment().format(instant.atZone(zone));
    }

    /** {@code Thu 9 Jul 2026}. */
    public static String day(@Nullable LocalDate date) {
        return date == null ? NOTHING : Texts.language().day().format(date);
    }

    /** The day of an instant in the company's zone. */
    public String day(Instant instant) {
        return Texts.language().day().format(instant.atZone(zone));
    }

    /** {@code 1 import}, {@code 2,310 imports}. */
    public static String count(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    /** {@code 12,345}. */
    public static String number(long value) {
        return String.format(Texts.language().locale(), "%,d", value);
    }

    /** {@code 1,234.50 GBP}. */
    public static String money(Money money) {
        return amount(money) + " " + money.currency();
    }

    /** {@code 1,234.50}, where the currency is said once for the whole column. */
    public static String amount(Money money) {
        BigDecimal amount = money.amount();
        return String.format(Texts.language().locale(), "%,." + amount.scale() + "f", amount);
    }

    /** What people call a value: {@code On hold}. */
    public static String words(Enum<?> value) {
        return Texts.of(value);
    }

    /** {@code user:ann} becomes {@code ann}; the system's processes say that they are. */
    public static String actor(String code) {
        String name = code.substring(code.indexOf(':') + 1);
        if (!code.startsWith("system:")) {
            return name;
        }
        String key = ACTOR + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Texts.t("shared.show.automatic", Texts.has(key) ? Texts.t(key) : name.replace('-', ' '));
    }

    /** How long ago: {@code 5 min}, {@code 3 h}, {@code 12 days}. */
    public static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.compareTo(TWO_MINUTES) < 0) {
            return Texts.t("shared.show.justNow");
        }
        if (age.compareTo(TWO_HOURS) < 0) {
            return Texts.t("shared.show.minutes", age.toMinutes());
        }
        return age.compareTo(TWO_DAYS) < 0
                ? Texts.t("shared.show.hours", age.toHours())
                : Texts.t("shared.show.days", age.toDays());
    }

    /** {@code 5 min ago}, {@code just now}. */
    public static String ago(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(TWO_MINUTES) < 0
                ? Texts.t("shared.show.justNow")
                : Texts.t("shared.show.ago", age(since, now));
    }
}
