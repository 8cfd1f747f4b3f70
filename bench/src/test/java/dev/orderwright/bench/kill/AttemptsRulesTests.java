package dev.orderwright.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsRulesTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Attempts attempts = new Attempts();

    @Test
    void theFirstAnswerThatSaysLaterCountsFromTheFault() {
        attempts.answered(0, SECOND / 2, 503);
        attempts.answered(2 * SECOND, 4 * SECOND, 503);
        attempts.answered(2 * SECOND, 3 * SECOND, 503);
        assertThat(attempts.firstLater(SECOND)).contains(Duration.ofSeconds(2));
        assertThat(attempts.firstLater(5 * SECOND)).isEmpty();
    }

    @Test
    void itIsNormalAgainAfterTheLastAnswerThatWasMissingLateSlowOrABug() {
        attempts.answered(2 * SECOND, 2 * SECOND + 1, 201);
        assertThat(attempts.untilNormal(SECOND)).isZero();
        attempts.unanswered(2 * SECOND, 3 * SECOND);
        assertThat(attempts.untilNormal(SECOND)).isEqualTo(Duration.ofSeconds(2));
        attempts.answered(2 * SECOND, 5 * SECOND, 201);
        assertThat(attempts.untilNormal(SECOND)).isEqualTo(Duration.ofSeconds(4));
        attempts.answered(6 * SECOND, 6 * SECOND + 1, 500);
        assertThat(attempts.internalErrors()).isEqualTo(1);
        assertThat(attempts.isNormalSince(5 * SECOND)).isFalse();
        assertThat(attempts.isNormalSince(7 * SECOND)).isFalse();
        attempts.answered(8 * SECOND, 8 * SECOND + 1, 422);
        assertThat(attempts.isNormalSince(7 * SECOND)).isTrue();
    }
}
