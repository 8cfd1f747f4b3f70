package dev.orderwright.shared;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one background work of this program is doing, since the program was started.
 *
 * @param rest how long it rests when it finds nothing to do
 * @param begunAt when the round began that is under way; null while it rests
 * @param last its last round that ended; null before there was one
 * @param rounds how many there were
 * @param done how much was done in all of them
 * @param failuresInRow how many rounds have failed since the last that did not
 * @param failed the last round that failed; null when none did
 * @param behind for how long the oldest of what it should have done by now has waited
 */
public record WorkState(
        String name,
        Duration rest,
        @Nullable Instant begunAt,
        @Nullable Round last,
        long rounds,
        long done,
        int failuresInRow,
        @Nullable Failure failed,
        Duration behind) {

    /** A round that ended, and how much it has done. */
    public record Round(Instant endedAt, Duration took, int done) {}

    /** A round that did not end well. */
    public record Failure(Instant at, String why) {}
}
