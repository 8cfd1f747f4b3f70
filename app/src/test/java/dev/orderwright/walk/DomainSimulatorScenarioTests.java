package dev.orderwright.walk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two programs on one database, on which everything goes wrong that can, while the laws are checked after each step.
 * {@code -Dsimulator.seeds=N} goes on for longer, {@code -Dsimulator.steps=N} does more under each seed, and {@code
 * -Dsimulator.seed=N} does one alone.
 */
class DomainSimulatorScenarioTests {

    private static final int SEEDS = Integer.getInteger("simulator.seeds", 100);
    private static final int THREADS = 2;
    static final int STEPS = Integer.getInteger("simulator.steps", 40);

    @Test
    void whateverGoesWrongTheLawsHold() throws Exception {
        Long alone = Long.getLong("simulator.seed");
        long first = alone == null ? 1 : alone;
        long last = alone == null ? SEEDS : alone;
        int threads = alone == null ? THREADS : 1;
        AtomicLong next = new AtomicLong(first);
        long begun = System.nanoTime();
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> ways = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> all.submit(() -> go(next, last)))
                    .toList();
            for (Future<?> way : ways) {
                way.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                "simulator: %d seeds of %d steps in %d s%n", next.get() - first - threads, STEPS, took.toSeconds());
    }

    private static void go(AtomicLong next, long last) {
        try (Programs programs = new Programs();
                Watch watch = new Watch(programs)) {
            for (long seed = next.getAndIncrement(); seed <= last; seed = next.getAndIncrement()) {
                new Journey(programs, watch, seed, null).go(STEPS);
            }
        }
    }
}
