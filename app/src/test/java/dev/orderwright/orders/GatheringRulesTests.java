package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringRulesTests {

    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final AtomicInteger waiting = new AtomicInteger();
    private final Gathering gathering = new Gathering(waiting::get);

    /** How long a batch waits that begins with one order in hand, in nanoseconds. */
    private long awaiting() {
        long begun = System.nanoTime();
        gathering.await();
        return System.nanoTime() - begun;
    }

    /** A batch of so many is taken, and has not been answered. */
    private void taken(int orders) throws InterruptedException {
        gathering.take(() -> IntStream.range(0, orders).boxed().toList());
    }

    @Test
    void aLoneOrderWaitsForNobody() {
        long shortest = IntStream.range(0, 20).mapToLong(i -> awaiting()).min().orElseThrow();

        assertThat(shortest).isLessThan(Gathering.PATIENCE.toNanos() / 4);
    }

    @Test
    void nobodyWaitsLongerThanPatienceAllows() throws InterruptedException {
        taken(100);

        assertThat(awaiting()).isBetween(Gathering.PATIENCE.toNanos(), LONG_NANOS);
    }

    @Test
    void whenHalfOfTheCrowdIsThereTheyGo() throws InterruptedException {
        taken(20);
        waiting.set(20);

        long shortest = IntStream.range(0, 20).mapToLong(i -> awaiting()).min().orElseThrow();

        assertThat(shortest).isLessThan(Gathering.PATIENCE.toNanos() / 4);
    }

    @Test
    void aCrowdThatHasGoneIsForgotten() throws InterruptedException {
        taken(20);
        assertThat(awaiting()).isGreaterThanOrEqualTo(Gathering.PATIENCE.toNanos());
        gathering.answered(20);

        for (int i = 0; i < 40; i++) {
            gathering.await();
        }

        long shortest = IntStream.range(0, 20).mapToLong(i -> awaiting()).min().orElseThrow();
        assertThat(shortest).isLessThan(Gathering.PATIENCE.toNanos() / 4);
    }

    @Test
    void oneCommitterTakesAtATime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> committers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < 200; round++) {
                        take(inside, most);
                    }
                }))
                .toList();
        committers.forEach(CompletableFuture::join);

        assertThat(most.get()).isEqualTo(1);
    }

    private void take(AtomicInteger inside, AtomicInteger most) {
        try {
            gathering.take(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                return List.of();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
