package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param wish JSON
 * @param undoable how many could be taken back
 */
record JobRow(
        long id,
        String kind,
        String wish,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        JobState state,
        int total,
        int done,
        int refused,
        boolean undoable,
        Actor actor,
        Instant startedAt,
        @Nullable Instant endedAt) {

    int reached() {
        return done + refused;
    }
}
