package dev.orderwright.promising.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwright.promising.allocation.AllocationChange.Entry;
import dev.orderwright.promising.allocation.BackorderRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackorderRunRulesTests {

    private static Backorder backorder(long id, long quantity, long confirmed, BackorderPolicy policy) {
        return new Backorder(Claim.of(id, 0, "ALL", quantity), confirmed, policy);
    }

    private static long[] after(Outcome outcome) {
        return outcome.change().entries().stream().mapToLong(Entry::after).toArray();
    }

    @Test
    void winnersAreFilledThenGainersThenTheOthersShareAndLosersGiveUp() {
        Outcome outcome = BackorderRun.of(
                0,
                List.of(
                        backorder(1, 50, 10, BackorderPolicy.WIN),
                        backorder(2, 40, 20, BackorderPolicy.GAIN),
                        backorder(3, 40, 30, BackorderPolicy.REDISTRIBUTE),
                        backorder(4, 40, 10, BackorderPolicy.REDISTRIBUTE),
                        backorder(5, 40, 5, BackorderPolicy.FILL),
                        backorder(6, 40, 25, BackorderPolicy.LOSE)),
                List.of(),
                FairShare.PROPORTIONAL);
        assertThat(after(outcome)).containsExactly(50, 40, 5, 5, 0, 0);
        assertThat(outcome.left()).isZero();
        assertThat(outcome.winnersShort()).isEmpty();
        assertThat(outcome.change().gains())
                .extracting(entry -> entry.claim().id())
                .containsExactly(1L, 2L);
        assertThat(outcome.change().losses())
                .extracting(entry -> entry.claim().id(), Entry::difference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, -25L),
                        org.assertj.core.groups.Tuple.tuple(4L, -5L),
                        org.assertj.core.groups.Tuple.tuple(5L, -5L),
                        org.assertj.core.groups.Tuple.tuple(6L, -25L));
    }

    @Test
    void aWinnerThatCannotBeFilledIsReportedAndTakesNothingFromWhoKeeps() {
        Outcome outcome = BackorderRun.of(
                5,
                List.of(backorder(1, 50, 10, BackorderPolicy.WIN), backorder(2, 40, 20, BackorderPolicy.GAIN)),
                List.of(),
                FairShare.MAX_MIN);
        assertThat(after(outcome)).containsExactly(15, 20);
        assertThat(outcome.winnersShort()).extracting(Claim::id).containsExactly(1L);
    }

    @Test
    void whoFillsNeverGetsMoreThanItHas() {
        Outcome outcome = BackorderRun.of(
                100, List.of(backorder(1, 50, 10, BackorderPolicy.FILL)), List.of(), FairShare.PROPORTIONAL);
        assertThat(after(outcome)).containsExactly(10);
        assertThat(outcome.left()).isEqualTo(100);
    }

    @Test
    void moreConfirmedThanWantedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> backorder(1, 5, 6, BackorderPolicy.WIN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noPolicyIsBrokenAndNothingIsLost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            List<Backorder> backorders = new ArrayList<>();
            long confirmed = 0;
            for (int b = random.nextInt(9); b >= 0; b--) {
                long quantity = random.nextInt(30);
                long has = random.nextLong(quantity + 1);
                Claim claim = new Claim(
                        b,
                        random.nextInt(2),
                        "G" + random.nextInt(2),
                        quantity,
                        random.nextBoolean() ? 0 : random.nextLong(quantity + 1));
                backorders.add(new Backorder(claim, has, BackorderPolicy.values()[random.nextInt(5)]));
                confirmed += has;
            }
            long free = random.nextInt(40);
            List<Quota> quotas =
                    random.nextBoolean() ? List.of() : List.of(new Quota("G0", 10, 60, random.nextBoolean()));
            Outcome outcome = BackorderRun.of(free, backorders, quotas, FairShare.values()[random.nextInt(3)]);
            String label = "seed " + seed + " case " + i + " " + backorders + quotas + free;
            long after = outcome.left();
            for (int b = 0; b < backorders.size(); b++) {
                Entry entry = outcome.change().entries().get(b);
                after += entry.after();
                assertThat(entry.after()).as(label).isBetween(0L, entry.claim().quantity());
                switch (backorders.get(b).policy()) {
                    case WIN, GAIN -> assertThat(entry.difference()).as(label).isNotNegative();
                    case FILL -> assertThat(entry.difference()).as(label).isNotPositive();
                    case LOSE -> assertThat(entry.after()).as(label).isZero();
                    case REDISTRIBUTE ->
                        assertThat(entry.after() == 0
                                        || entry.after() >= entry.claim().minimum())
                                .as(label)
                                .isTrue();
                }
            }
            assertThat(after).as(label).isEqualTo(free + confirmed);
        }
    }
}
