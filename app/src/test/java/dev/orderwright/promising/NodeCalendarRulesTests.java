package dev.orderwright.promising;

import static dev.orderwright.promising.PlanningFixture.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeCalendarRulesTests {

    @ParameterizedTest(name = "{0} {1} cut-off {2}, {3} working days: {4} ships {5}")
    @CsvSource({
        // one minute before, at, and after the cut-off on a Monday in winter
        "Europe/London, 16:00, 0, 2026-03-02T15:59:00Z, 2026-03-02",
        "Europe/London, 16:00, 0, 2026-03-02T15:59:59Z, 2026-03-02",
        "Europe/London, 16:00, 0, 2026-03-02T16:00:00Z, 2026-03-03",
        "Europe/London, 16:00, 0, 2026-03-02T16:01:00Z, 2026-03-03",
        // the same wall clock in summer is an hour earlier in UTC
        "Europe/London, 16:00, 0, 2026-07-06T14:59:00Z, 2026-07-06",
        "Europe/London, 16:00, 0, 2026-07-06T15:00:00Z, 2026-07-07",
        // Friday evening and the weekend
        "Europe/London, 16:00, 0, 2026-03-06T15:59:00Z, 2026-03-06",
        "Europe/London, 16:00, 0, 2026-03-06T19:00:00Z, 2026-03-09",
        "Europe/London, 16:00, 0, 2026-03-07T09:00:00Z, 2026-03-09",
        "Europe/London, 16:00, 0, 2026-03-08T23:59:59Z, 2026-03-09",
        // working days of processing
        "Europe/London, 16:00, 1, 2026-03-02T09:00:00Z, 2026-03-03",
        "Europe/London, 16:00, 1, 2026-03-06T09:00:00Z, 2026-03-09",
        "Europe/London, 16:00, 2, 2026-03-05T17:00:00Z, 2026-03-10",
        // the day changes at the node, not in Greenwich
        "Etc/GMT+12, 16:00, 0, 2026-03-03T03:59:00Z, 2026-03-02",
        "Etc/GMT+12, 16:00, 0, 2026-03-03T04:00:00Z, 2026-03-03",
        "Pacific/Kiritimati, 16:00, 0, 2026-03-02T01:59:00Z, 2026-03-02",
        "Pacific/Kiritimati, 16:00, 0, 2026-03-02T02:00:00Z, 2026-03-03",
        "Pacific/Kiritimati, 16:00, 0, 2026-03-02T10:00:00Z, 2026-03-03",
        "Asia/Kathmandu, 16:00, 0, 2026-03-02T10:14:00Z, 2026-03-02",
        "Asia/Kathmandu, 16:00, 0, 2026-03-02T10:15:00Z, 2026-03-03",
        "America/St_Johns, 16:00, 0, 2026-03-02T19:29:00Z, 2026-03-02",
        "America/St_Johns, 16:00, 0, 2026-03-02T19:30:00Z, 2026-03-03",
    })
    void shipsOnTheFirstDayThatCutOffAndWorkAllow(
            String zone, String cutOff, int processingDays, Instant at, LocalDate shipOn) {
        assertThat(day(calendar(zone, cutOff, processingDays).shipDay(at))).isEqualTo(shipOn);
    }

    @ParameterizedTest(name = "cut-off {0}: {1} ships {2}")
    @CsvSource({
        // 29 March 2026: 01:00 GMT becomes 02:00 BST; a cut-off at 01:30 is passed when the clock jumps
        "01:30, 2026-03-29T00:59:59Z, 2026-03-29",
        "01:30, 2026-03-29T01:00:00Z, 2026-03-30",
        "00:30, 2026-03-29T00:29:59Z, 2026-03-29",
        "00:30, 2026-03-29T00:30:00Z, 2026-03-30",
        "16:00, 2026-03-29T14:59:59Z, 2026-03-29",
        "16:00, 2026-03-29T15:00:00Z, 2026-03-30",
        // the day before still has winter time
        "16:00, 2026-03-28T15:59:59Z, 2026-03-28",
        // 25 October 2026: 02:00 BST becomes 01:00 GMT; the cut-off at 01:30 comes once, the first time
        "01:30, 2026-10-25T00:29:59Z, 2026-10-25",
        "01:30, 2026-10-25T00:30:00Z, 2026-10-26",
        "01:30, 2026-10-25T01:10:00Z, 2026-10-26",
        "16:00, 2026-10-25T15:59:59Z, 2026-10-25",
        "16:00, 2026-10-25T16:00:00Z, 2026-10-26",
        "16:00, 2026-10-24T15:00:00Z, 2026-10-25",
    })
    void keepsTheCutOffOnDaysWhenLondonChangesItsClocks(String cutOff, Instant at, LocalDate shipOn) {
        NodeCalendar everyDay = new NodeCalendar(
                ZoneId.of("Europe/London"), EnumSet.allOf(DayOfWeek.class), List.of(), LocalTime.parse(cutOff), 0);
        assertThat(day(everyDay.shipDay(at))).isEqualTo(shipOn);
    }

    @Test
    void closedDaysAreNoWorkingDays() {
        NodeCalendar easter =
                calendar("Europe/London", "16:00", 1, LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"));
        assertThat(day(easter.shipDay(Instant.parse("2026-04-01T09:00:00Z")))).isEqualTo("2026-04-02");
        assertThat(day(easter.shipDay(Instant.parse("2026-04-02T09:00:00Z")))).isEqualTo("2026-04-07");
        assertThat(day(easter.shipDay(Instant.parse("2026-04-03T09:00:00Z")))).isEqualTo("2026-04-08");
    }

    @Test
    void aNodeThatNeverOpensNeverShips() {
        NodeCalendar never = new NodeCalendar(ZoneId.of("UTC"), Set.of(), List.of(), LocalTime.NOON, 0);
        assertThat(never.shipDay(PlanningFixture.MONDAY)).isEqualTo(NodeCalendar.NEVER);
        assertThat(never.shipDayAfterArrival(20_000)).isEqualTo(NodeCalendar.NEVER);
    }

    @Test
    void goodsThatArriveCanLeaveAfterTheNextOpenDaysWork() {
        assertThat(day(calendar("Europe/London", "16:00", 0).shipDayAfterArrival(epochDay("2026-03-06"))))
                .isEqualTo("2026-03-09");
        assertThat(day(calendar("Europe/London", "16:00", 1).shipDayAfterArrival(epochDay("2026-03-03"))))
                .isEqualTo("2026-03-05");
    }

    @Test
    void aLaterOrderNeverShipsSoonerInAnyZone() {
        long seed = 20261025;
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 20_000; i++) {
            String zone = zones.get(random.nextInt(zones.size()));
            NodeCalendar calendar = new NodeCalendar(
                    ZoneId.of(zone),
                    EnumSet.allOf(DayOfWeek.class),
                    List.of(),
                    LocalTime.of(random.nextInt(24), random.nextInt(60)),
                    random.nextInt(3));
            Instant first = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(365 * 86_400));
            Instant second = first.plusSeconds(random.nextInt(3 * 3_600));
            int shipFirst = calendar.shipDay(first);
            int shipSecond = calendar.shipDay(second);
            assertThat(shipSecond)
                    .as("seed %d case %d: %s %s %s", seed, i, zone, first, second)
                    .isGreaterThanOrEqualTo(shipFirst);
            assertThat(shipFirst).isGreaterThanOrEqualTo(calendar.localDay(first));
        }
    }

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }

    private static int epochDay(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
