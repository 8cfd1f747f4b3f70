package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentRulesTests {

    private final AtomicLong now = new AtomicLong();
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final Recent recent = new Recent(Duration.ofSeconds(1), now::get, behind::add);
    private int reads;

    private int get() {
        return recent.get("key", key -> ++reads);
    }

    private int shown() {
        return recent.shown("key", key -> ++reads);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void whatWasReadAMomentAgoIsNotReadAgain() {
        assertThat(get()).isEqualTo(1);
        pass(Duration.ofMillis(999));
        assertThat(get()).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void aPageThatAsksAgainGetsTheOldOneAtOnceAndTheNewOneNextTime() {
        assertThat(shown()).isEqualTo(1);
        pass(Duration.ofSeconds(50));
        assertThat(shown()).isEqualTo(1);
        assertThat(shown()).isEqualTo(1);
        assertThat(behind).hasSize(1);
        behind.remove().run();
        assertThat(shown()).isEqualTo(2);
        pass(Duration.ofSeconds(2));
        assertThat(shown()).isEqualTo(2);
        assertThat(behind).hasSize(1);
    }

    @Test
    void whoComesAfterAPauseGetsANewOne() {
        shown();
        pass(Duration.ofMinutes(1));
        assertThat(shown()).isEqualTo(2);
        assertThat(behind).isEmpty();
    }

    @Test
    void manyKeysDoNotStayForEver() {
        shown();
        for (int day = 0; day < 1_000; day++) {
            recent.get(day, key -> key);
        }
        assertThat(shown()).isEqualTo(2);
    }

    @Test
    void aFailureBehindTheReaderIsMetByTheNextWhoHasToWait() {
        shown();
        pass(Duration.ofSeconds(5));
        recent.shown("key", RecentRulesTests::fail);
        behind.remove().run();
        assertThat(shown()).isEqualTo(1);
        assertThat(behind).as("it is tried again").hasSize(1);
        pass(Duration.ofMinutes(1));
        assertThatThrownBy(() -> recent.shown("key", RecentRulesTests::fail)).hasMessage("no database");
    }

    @Test
    void whereNothingMayBeOldEverythingIsReadAtOnce() {
        Recent exact = new Recent(Duration.ZERO, now::get, behind::add);
        exact.shown("key", key -> ++reads);
        assertThat(exact.<String, Integer>shown("key", key -> ++reads)).isEqualTo(2);
        assertThat(behind).isEmpty();
    }

    private static int fail(String key) {
        throw new IllegalStateException("no database");
    }
}
