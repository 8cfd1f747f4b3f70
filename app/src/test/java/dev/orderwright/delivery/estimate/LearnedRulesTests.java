package dev.orderwright.delivery.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderwright.delivery.estimate.Learned.Chances;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of an order under way, from a past of which everything is known. */
class LearnedRulesTests {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final Lane LANE = new Lane("LON", "GB E1", "GB", "DE 10", "DE NEAR", 1_200);
    private static final LocalDateTime NOW = START.plusDays(120);

    private static double days(Random random) {
        return 4 * Math.exp(0.5 * random.nextGaussian());
    }

    private static List<PastOrder> past(int orders) {
        Random random = new Random(11);
        List<PastOrder> past = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            LocalDateTime at = START.plusMinutes(i * 86_400L / 600);
            past.add(new PastOrder(LANE, at, at.plusMinutes((long) (days(random) * 24 * 60))));
        }
        return past;
    }

    private static final Learned LEARNED = EstimateReplay.learn(past(1_000), NOW);

    private static Chances chances(LocalDate today, LocalDate promised) {
        return LEARNED.chances(LANE, NOW, today, promised).orElseThrow();
    }

    @Test
    void theShareThatComesByADayIsWhatItTurnsOutToBe() {
        Random random = new Random(12);
        LocalDate today = NOW.toLocalDate();
        Chances said = chances(today, today.plusDays(6));
        int orders = 20_000;
        int kept = 0;
        int inFour = 0;
        for (int i = 0; i < orders; i++) {
            LocalDate came = NOW.plusMinutes((long) (days(random) * 24 * 60)).toLocalDate();
            kept += came.isAfter(today.plusDays(6)) ? 0 : 1;
            inFour += came.isAfter(said.p80()) ? 0 : 1;
        }
        assertThat(said.kept()).isCloseTo((double) kept / orders, within(0.06));
        assertThat((double) inFour / orders).isBetween(0.75, 0.93);
        assertThat(said.p50()).isBefore(said.p80());
        assertThat(said.p80()).isBefore(said.p95());
    }

    @Test
    void thatAnOrderHasNotComeYetIsUsed() {
        LocalDate ordered = NOW.toLocalDate();
        Chances first = chances(ordered, ordered.plusDays(6));
        Chances later = chances(ordered.plusDays(5), ordered.plusDays(6));
        assertThat(later.kept()).isLessThan(first.kept());
        assertThat(later.p50()).isAfter(first.p50()).isAfterOrEqualTo(ordered.plusDays(5));
        assertThat(chances(ordered.plusDays(7), ordered.plusDays(6)).kept()).isZero();
        assertThat(LEARNED.chances(LANE, NOW, ordered.plusDays(300), ordered.plusDays(6)))
                .isEmpty();
    }

    @Test
    void allOfAnOrderComesWithItsLastPart() {
        LocalDate day = NOW.toLocalDate();
        Chances one = new Chances(day, day.plusDays(5), day.plusDays(6), 0.9);
        Chances other = new Chances(day.plusDays(1), day.plusDays(3), day.plusDays(9), 0.4);
        assertThat(one.and(other)).isEqualTo(new Chances(day.plusDays(1), day.plusDays(5), day.plusDays(9), 0.4));
    }

    @Test
    void littleKnownIsNothingSaid() {
        LocalDate today = NOW.toLocalDate();
        assertThat(EstimateReplay.learn(past(30), NOW).chances(LANE, NOW, today, today.plusDays(6)))
                .isEmpty();
        assertThat(EstimateReplay.learn(List.of(), NOW).replayed()).isEmpty();
    }

    @Test
    void whatIsLearnedForTheFutureIsWhatTheReplayWouldSayNext() {
        List<PastOrder> past = past(600);
        assertThat(LEARNED.replayed().subList(0, 100))
                .isEqualTo(EstimateReplay.of(past(1_000)).subList(0, 100));
        assertThat(EstimateReplay.learn(past, NOW).replayed()).isEqualTo(EstimateReplay.of(past));
    }
}
