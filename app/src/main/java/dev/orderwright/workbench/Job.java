package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bulk action and how far it is.
 *
 * @param title what it does, in words
 * @param undoes the job that it takes back, null when it is none
 * @param undoneBy the job that takes it back, null when there is none
 * @param undoPermission what taking it back needs; null when nothing of it can be taken back, or it was
 * @param done how many of {@code total} were done, and {@code refused} how many were not
 */
public record Job(
        long id,
        String kind,
        String title,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        @Nullable String undoPermission,
        JobState state,
        int total,
        int done,
        int refused,
        Actor actor,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** How many it has come to. */
    public int reached() {
        return done + refused;
    }
}
