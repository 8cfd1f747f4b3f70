package dev.orderwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Three times as many orders come as can be taken: most that can be are, and the others are sent away at once. */
record Overload() implements Scenario {

    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int PEAK_BUYERS = 256;
    private static final int ORDINARY_BUYERS = 32;
    private static final double TIMES = 3;
    private static final Duration RUSH = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_MAX = 40;
    /** As long as usual is what is not half as long again. */
    private static final double USUAL = 1.5;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String what() {
        return "three times as many orders come as can be taken, for 20 s";
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("B", ARTICLES, 2, Goods.PLENTY);
        Load.Requests placing = lab.placing(lab.orders("B", ARTICLES, LINES));
        Result result = new Result(this);
        result.figure(
                "peak orders/s",
                "orders",
                lab.closed(PEAK_BUYERS, placing).stream()
                        .map(run -> run.seen().goodPerSecond())
                        .toList());
        double usual = usualMillis(lab, placing, Duration.ofSeconds(4));
        Size before = Size.of(lab.subject().pid());
        double perSecond = TIMES * result.value("peak orders/s");
        lab.say("%,.0f orders a second come".formatted(perSecond));
        Watch watch = new Watch(lab.subject().pid());
        Rush.Seen seen = Rush.at(lab.subject().port(), perSecond, RUSH, placing);
        Size most = watch.most();
        double back = secondsUntilUsual(lab, placing, usual * USUAL);
        tell(result, seen);
        result.figure("usual p50 ms", "ms", usual).figure("back s", "s", back).atMost("back s", 5);
        return sizes(result, before, most, Size.of(lab.subject().pid()));
    }

    private static void tell(Result result, Rush.Seen seen) {
        double goodPerSecond = seen.good().getTotalCount() / seen.seconds();
        result.figure("came /s", "orders", seen.come() / seen.seconds())
                .figure("orders/s", "orders", goodPerSecond)
                .figure("of the peak", "×", goodPerSecond / result.value("peak orders/s"))
                .figure("p50 ms", "ms", seen.good().getValueAtPercentile(50) / 1_000.0)
                .figure("p99 ms", "ms", seen.good().getValueAtPercentile(99) / 1_000.0)
                .figure("sent away /s", "answers", seen.later().getTotalCount() / seen.seconds())
                .figure("sent away p50 ms", "ms", seen.later().getValueAtPercentile(50) / 1_000.0)
                .figure("sent away p99 ms", "ms", seen.later().getValueAtPercentile(99) / 1_000.0)
                .figure("other answers", "answers", seen.otherwise())
                .figure("no answer", "callers", seen.unanswered())
                .figure("not asked", "callers", seen.notAsked())
                .atLeast("of the peak", 0.8)
                .atMost("sent away p99 ms", 1_000)
                .atMost("other answers", 0)
                .atMost("no answer", 0)
                .atMost("not asked", 0);
    }

    private static Result sizes(Result result, Size before, Size most, Size after) {
        return result.figure("threads before", "threads", before.threads())
                .figure("threads most", "threads", most.threads())
                .figure("threads after", "threads", after.threads())
                .figure("memory before MB", "MB", before.megabytes())
                .figure("memory most MB", "MB", most.megabytes())
                .figure("memory after MB", "MB", after.megabytes())
                .figure("threads grown by", "threads", most.threads() - before.threads())
                .figure("memory grown by MB", "MB", most.megabytes() - before.megabytes())
                .atMost("threads grown by", 32)
                .atMost("memory grown by MB", 256);
    }

    private static double usualMillis(Lab lab, Load.Requests placing, Duration duration) {
        try (Load load = new Load(lab.subject().port(), ORDINARY_BUYERS, placing, Load.Answers.NONE)) {
            return load.closed(duration, Long.MAX_VALUE).millis(50);
        }
    }

    /** Ordinary buyers come as soon as the rush is over; when do they wait no longer than before it? */
    private static double secondsUntilUsual(Lab lab, Load.Requests placing, double usualMillis) {
        long begun = System.nanoTime();
        for (int look = 0; look < LOOKS_MAX; look++) {
            double since = (System.nanoTime() - begun) / 1e9;
            if (usualMillis(lab, placing, LOOK) <= usualMillis) {
                return since;
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** How large a process is. */
    private record Size(int threads, double megabytes) {

        static Size of(long pid) {
            try {
                int threads = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("Threads:"))
                        .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
                return new Size(threads, Meters.residentMegabytes(pid));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Size max(Size other) {
            return new Size(Math.max(threads, other.threads), Math.max(megabytes, other.megabytes));
        }
    }

    /** Looks at a process all the time. */
    private static final class Watch {

        private final Thread watcher;
        private volatile Size most;
        private volatile boolean over;

        Watch(long pid) {
            most = Size.of(pid);
            watcher = Thread.ofPlatform().daemon().name("watch").start(() -> {
                while (!over) {
                    most = most.max(Size.of(pid));
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
        }

        Size most() {
            over = true;
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return most;
        }
    }
}
