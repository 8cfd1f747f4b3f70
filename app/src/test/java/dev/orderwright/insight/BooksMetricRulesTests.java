package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksMetricRulesTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** A small shop is checked every quarter of an hour; where a check takes four minutes, checking takes a twentieth of the time. */
    @ParameterizedTest
    @CsvSource({"PT0.1S,PT15M", "PT47S,PT15M", "PT48S,PT15M12S", "PT4M,PT76M"})
    void checkingTakesATwentiethOfTheTimeAtMost(Duration took, Duration next) {
        BooksReport last = new BooksReport(true, NOON, took.toMillis(), List.of());

        assertThat(BooksMetric.due(last)).isEqualTo(NOON.plus(next));
    }
}
