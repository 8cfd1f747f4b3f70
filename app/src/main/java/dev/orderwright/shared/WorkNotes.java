package dev.orderwright.shared;

import dev.orderwright.shared.WorkState.Failure;
import dev.orderwright.shared.WorkState.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is remembered of the rounds of one background work. */
final class WorkNotes {

    private static final int WHY_MAX = 500;

    private final BackgroundWork work;
    private final InstantSource clock;
    private @Nullable Instant begunAt;
    private @Nullable Round last;
    private @Nullable Failure failed;
    private long rounds;
    private long done;
    private int failuresInRow;

    WorkNotes(BackgroundWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    synchronized void begins() {
        begunAt = clock.instant();
    }

    synchronized void ended(int howMuch, Duration took) {
        begunAt = null;
        last = new Round(clock.instant(), took, howMuch);
        rounds++;
        done += howMuch;
        failuresInRow = 0;
    }

    /** Returns how many have failed in a row. */
    synchronized int failed(Throwable why, Duration took) {
        begunAt = null;
        last = new Round(clock.instant(), took, 0);
        rounds++;
        String text = why.toString();
        failed = new Failure(clock.instant(), text.length() > WHY_MAX ? text.substring(0, WHY_MAX) + " …" : text);
        return ++failuresInRow;
    }

    synchronized WorkState state() {
        return new WorkState(
                work.name(), work.rest(), begunAt, last, rounds, done, failuresInRow, failed, work.behind());
    }
}
