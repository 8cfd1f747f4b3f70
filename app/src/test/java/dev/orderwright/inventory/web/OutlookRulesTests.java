package dev.orderwright.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.inventory.ExpectedSupply;
import dev.orderwright.inventory.WaitingDemand.Waiting;
import dev.orderwright.inventory.web.OutlookRules.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static ExpectedSupply supply(LocalDate day, long units) {
        return new ExpectedSupply(1, 1, day, units);
    }

    @Test
    void whatComesAndWhatIsWantedIsAddedUpDayByDay() {
        List<Day> days = OutlookRules.days(
                TODAY,
                10,
                List.of(supply(TODAY.plusDays(3), 5), supply(TODAY.plusDays(3), 7)),
                List.of(new Waiting(TODAY.plusDays(1), 30)));

        assertThat(days)
                .containsExactly(
                        new Day(TODAY, 0, 0, 10),
                        new Day(TODAY.plusDays(1), 0, 30, -20),
                        new Day(TODAY.plusDays(3), 12, 0, -8));
    }

    @Test
    void whatIsLateIsExpectedTodayAndWhatHasNoDateIsWantedToday() {
        List<Day> days =
                OutlookRules.days(TODAY, 0, List.of(supply(TODAY.minusDays(9), 4)), List.of(new Waiting(null, 6)));

        assertThat(days).containsExactly(new Day(TODAY, 4, 6, -2));
    }

    @Test
    void aSpanHasEveryDayAndItsLastTakesWhatComesLater() {
        List<Day> days = OutlookRules.days(
                TODAY, 1, List.of(supply(TODAY.plusDays(1), 2), supply(TODAY.plusDays(90), 50)), List.of());

        assertThat(OutlookRules.span(days, 4))
                .containsExactly(
                        new Day(TODAY, 0, 0, 1),
                        new Day(TODAY.plusDays(1), 2, 0, 3),
                        new Day(TODAY.plusDays(2), 0, 0, 3),
                        new Day(TODAY.plusDays(3), 50, 0, 53));
    }
}
