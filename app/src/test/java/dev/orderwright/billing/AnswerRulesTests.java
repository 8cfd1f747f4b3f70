package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.billing.TransactionStore.Result;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static TransactionRow row(TransactionKind kind, TransactionState state, int attempts, int lookups) {
        return new TransactionRow(1, 2, 3, kind, "purpose", null, 500, state, attempts, lookups, false);
    }

    private static ProviderAnswer answer(String word) {
        return switch (word) {
            case "done" -> new ProviderAnswer.Done("ref");
            case "refused" -> new ProviderAnswer.Refused("declined", "no money");
            case "unavailable" -> new ProviderAnswer.Unavailable("down");
            case "none" -> new ProviderAnswer.NoAnswer("timeout");
            case "never" -> new ProviderAnswer.NeverSeen();
            default -> throw new IllegalArgumentException(word);
        };
    }

    @ParameterizedTest(name = "{1} to a {0} one after {2} attempts and {3} looks")
    @CsvSource({
        "PENDING, done,        1, 0, SUCCEEDED,",
        "PENDING, refused,     1, 0, FAILED,    declined",
        "PENDING, unavailable, 1, 0, PENDING,   postponed",
        "PENDING, unavailable, 5, 0, PENDING,   postponed",
        "PENDING, unavailable, 6, 0, FAILED,    gave-up",
        "PENDING, never,       1, 0, PENDING,   postponed",
        "PENDING, none,        1, 0, UNKNOWN,   no-answer",
        "PENDING, none,        9, 0, UNKNOWN,   no-answer",
        "UNKNOWN, done,        1, 1, SUCCEEDED,",
        "UNKNOWN, refused,     1, 1, FAILED,    declined",
        "UNKNOWN, unavailable, 9, 9, UNKNOWN,   no-answer",
        "UNKNOWN, none,        1, 9, UNKNOWN,   no-answer",
        "UNKNOWN, never,       1, 1, PENDING,   postponed",
        "UNKNOWN, never,       6, 1, FAILED,    gave-up",
    })
    void nothingIsGuessed(
            TransactionState from, String said, int attempts, int lookups, TransactionState to, @Nullable String code) {
        Result result = AnswerRules.decide(row(TransactionKind.CAPTURE, from, attempts, lookups), answer(said), NOW);
        assertThat(result.state()).isEqualTo(to);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.reference()).isEqualTo(to == TransactionState.SUCCEEDED ? "ref" : null);
    }

    @ParameterizedTest
    @EnumSource(TransactionKind.class)
    void aRefusalNeedsSomebodyUnlessItIsThePayersOwnAffair(TransactionKind kind) {
        Result result = AnswerRules.decide(row(kind, TransactionState.PENDING, 1, 0), answer("refused"), NOW);
        if (kind == TransactionKind.AUTHORISE) {
            assertThat(result.attention()).isNull();
        } else {
            assertThat(result.attention()).contains("no money");
        }
    }

    @ParameterizedTest
    @EnumSource(TransactionKind.class)
    void whatIsGivenUpAlwaysNeedsSomebody(TransactionKind kind) {
        Result result = AnswerRules.decide(
                row(kind, TransactionState.PENDING, AnswerRules.ATTEMPTS_MAX, 0), answer("unavailable"), NOW);
        assertThat(result.attention()).contains("6 attempts").contains("down");
    }

    @Test
    void somebodyIsToldOnceThatAnOutcomeStaysUnknownAndTheLookingGoesOn() {
        TransactionRow sixth =
                row(TransactionKind.REFUND, TransactionState.UNKNOWN, 1, AnswerRules.LOOKUPS_BEFORE_ATTENTION);
        Result told = AnswerRules.decide(sixth, answer("none"), NOW);
        assertThat(told.attention()).contains("still unknown");
        assertThat(told.due()).isAfter(NOW);

        TransactionRow known =
                new TransactionRow(1, 2, 3, TransactionKind.REFUND, "p", null, 5, TransactionState.UNKNOWN, 1, 7, true);
        assertThat(AnswerRules.decide(known, answer("none"), NOW).attention()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,10", "2,20", "3,40", "8,1280", "9,2560", "10,3600", "64,3600", "2147483647,3600", "0,10"})
    void theWaitDoublesUpToAnHour(int times, long seconds) {
        assertThat(AnswerRules.wait(times)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
