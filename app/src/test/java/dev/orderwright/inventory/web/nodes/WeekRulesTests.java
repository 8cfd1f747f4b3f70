package dev.orderwright.inventory.web.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeekRulesTests {

    private static String text(DayOfWeek first, DayOfWeek... others) {
        return WeekRules.text(EnumSet.of(first, others), Locale.UK);
    }

    @Test
    void threeDaysInARowAreARange() {
        assertThat(WeekRules.text(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Locale.UK))
                .isEqualTo("Mon–Fri");
        assertThat(text(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)).isEqualTo("Mon, Tue");
        assertThat(text(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY))
                .isEqualTo("Mon–Wed, Sun");
        assertThat(text(DayOfWeek.SATURDAY)).isEqualTo("Sat");
        assertThat(WeekRules.text(Set.of(), Locale.UK)).isEmpty();
    }

    @Test
    void daysAreReadHoweverTheyAreSeparated() {
        assertThat(WeekRules.days(" 2026-12-26, 2026-12-25\n2027-01-01;2026-12-25 "))
                .containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), LocalDate.of(2027, 1, 1));
        assertThat(WeekRules.days("")).isEmpty();
        assertThat(WeekRules.lines(List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 12, 25))))
                .isEqualTo("2026-12-25\n2027-01-01");
    }

    @Test
    void theFirstThatIsNoDayIsNamed() {
        assertThat(WeekRules.unreadable("2026-12-25 Christmas 2026-02-30")).contains("Christmas");
        assertThat(WeekRules.unreadable("2026-02-30")).contains("2026-02-30");
        assertThat(WeekRules.unreadable("2026-12-25")).isEmpty();
    }
}
