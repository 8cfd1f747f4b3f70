package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What only keeps up something that is read goes slowly while callers wait; other work does not. */
class WorkersScenarioTests {

    /** Always has something to do. */
    private record Endless(String name, boolean givesWay, Duration behind, AtomicInteger rounds)
            implements BackgroundWork {

        @Override
        public Duration rest() {
            return Duration.ofMillis(1);
        }

        @Override
        public int round() {
            rounds.incrementAndGet();
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        }
    }

    @Test
    void whileCallersWaitOnlyWhatGivesWaySlowsDown() throws InterruptedException {
        Endless patient = new Endless("patient", true, Duration.ZERO, new AtomicInteger());
        Endless late = new Endless("late", true, Duration.ofSeconds(58), new AtomicInteger());
        Endless urgent = new Endless("urgent", false, Duration.ZERO, new AtomicInteger());
        StaticListableBeanFactory beans =
                new StaticListableBeanFactory(Map.of("patient", patient, "late", late, "urgent", urgent));
        Workers workers = new Workers(
                beans.getBeanProvider(BackgroundWork.class), new SimpleMeterRegistry(), true, InstantSource.system());
        workers.callersWait();
        workers.start();
        try {
            for (int i = 0; i < 15; i++) {
                Thread.sleep(100);
                workers.callersWait();
            }
            assertThat(patient.rounds()).hasValueBetween(1, 3);
            assertThat(late.rounds()).as("who is far behind").hasValueGreaterThan(5);
            assertThat(urgent.rounds()).hasValueGreaterThan(20);

            int before = patient.rounds().get();
            Thread.sleep(2_500);
            assertThat(patient.rounds()).as("after the rush").hasValueGreaterThan(before + 20);
        } finally {
            workers.stop();
        }
    }

    @Test
    void aPreviewWakesNobody() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        BackgroundWork resting = BackgroundWork.onOrders("resting", Duration.ofHours(1), () -> {
            rounds.incrementAndGet();
            return 0;
        });
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("resting", resting));
        Workers workers = new Workers(
                beans.getBeanProvider(BackgroundWork.class), new SimpleMeterRegistry(), true, InstantSource.system());
        workers.start();
        try {
            await(rounds, 1);
            Previews.noting(() -> {
                workers.wake();
                return Outcome.done("seen");
            });
            Thread.sleep(300);
            assertThat(rounds).hasValue(1);
            workers.wake();
            await(rounds, 2);
        } finally {
            workers.stop();
        }
    }

    private static void await(AtomicInteger rounds, int count) throws InterruptedException {
        for (int i = 0; i < 200 && rounds.get() < count; i++) {
            Thread.sleep(20);
        }
        assertThat(rounds).hasValue(count);
    }

    @Test
    void whoIsFurtherBehindGivesWayLess() {
        assertThat(Workers.givingWayMillis(Duration.ZERO)).isEqualTo(1_000);
        assertThat(Workers.givingWayMillis(Duration.ofSeconds(30))).isEqualTo(500);
        assertThat(Workers.givingWayMillis(Duration.ofMinutes(1))).isZero();
        assertThat(Workers.givingWayMillis(Duration.ofDays(1))).isZero();
        assertThat(Workers.givingWayMillis(Duration.ofSeconds(-1))).isEqualTo(1_000);
    }

    @Test
    void workThatFailsRestsLongerButNeverForMinutes() {
        assertThat(Workers.restMillis(500, 0)).isEqualTo(500);
        assertThat(Workers.restMillis(500, 2)).isEqualTo(2_000);
        assertThat(Workers.restMillis(500, 40)).isEqualTo(5_000);
        assertThat(Workers.restMillis(30_000, 40)).isEqualTo(30_000);
    }

    @Test
    void whatEachWorkDidAndWhyItFailedIsRemembered() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        BackgroundWork fails = BackgroundWork.onOrders("fails", Duration.ofMillis(10), () -> {
            if (rounds.incrementAndGet() == 1) {
                return 7;
            }
            throw new IllegalStateException("no paper left");
        });
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("fails", fails));
        Workers workers = new Workers(
                beans.getBeanProvider(BackgroundWork.class), new SimpleMeterRegistry(), true, InstantSource.system());
        assertThat(workers.isWorking()).isFalse();
        assertThat(workers.states()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("fails");
            assertThat(state.last()).isNull();
        });
        workers.start();
        try {
            while (rounds.get() < 4) {
                Thread.sleep(20);
            }
        } finally {
            workers.stop();
        }
        assertThat(workers.states()).singleElement().satisfies(state -> {
            assertThat(state.done()).isEqualTo(7);
            assertThat(state.rounds()).isGreaterThanOrEqualTo(3);
            assertThat(state.failuresInRow()).isGreaterThanOrEqualTo(2);
            assertThat(Objects.requireNonNull(state.failed()).why()).contains("no paper left");
            assertThat(Objects.requireNonNull(state.last()).done()).isZero();
        });
    }
}
