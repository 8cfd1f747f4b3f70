package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarRulesTests {

    private final AtomicLong nanoTime = new AtomicLong(1_000);
    private final Recorded recorded = new Recorded();

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void aPersonSeesABarThatMoves() {
        ProgressBar bar = new ProgressBar(recorded.terminal(true), nanoTime::get);
        bar.show("Placing orders", 0, 320_705);
        pass(Duration.ofSeconds(62));
        bar.show("Placing orders", 160_353, 320_705);
        bar.end();

        assertThat(recorded.err())
                .contains("\r[..............................]  Placing orders: 0 of 320,705 (0 %), 0:00")
                .contains("\r[###############...............]  Placing orders: 160,353 of 320,705 (50 %), 1:02")
                .endsWith(System.lineSeparator());
        assertThat(recorded.out()).isEmpty();
    }

    @Test
    void aScriptSeesALineForEachPhaseAndThenOneEveryFewSeconds() {
        ProgressBar bar = new ProgressBar(recorded.terminal(false), nanoTime::get);
        for (int step = 0; step < 20; step++) {
            bar.show("Placing orders", step, 20);
            pass(Duration.ofSeconds(1));
        }
        bar.show("Shipping", 1, 20);

        assertThat(recorded.err().lines())
                .containsExactly(
                        "Placing orders: 0 of 20 (0 %), 0:00",
                        "Placing orders: 5 of 20 (25 %), 0:05",
                        "Placing orders: 10 of 20 (50 %), 0:10",
                        "Placing orders: 15 of 20 (75 %), 0:15",
                        "Shipping: 1 of 20 (5 %), 0:20");
    }

    @Test
    void workOfUnknownSizeIsCounted() {
        new ProgressBar(recorded.terminal(false), nanoTime::get).show("Reading", 1_200, 0);

        assertThat(recorded.err().strip()).isEqualTo("Reading: 1,200, 0:00");
    }
}
