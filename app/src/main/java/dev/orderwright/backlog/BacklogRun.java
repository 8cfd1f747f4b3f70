package dev.orderwright.backlog;

import dev.orderwright.promising.BacklogPlan.Figures;
import dev.orderwright.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as far as it is.
 *
 * @param done lines that were read, or orders that were worked off
 * @param total of how many; 0 until that is known
 * @param figures null until it was planned
 * @param problem why it failed, as a code; empty when it did not
 * @param appliedBy null until somebody had it done
 */
public record BacklogRun(
        long id,
        BacklogState state,
        int done,
        int total,
        @Nullable Figures figures,
        String problem,
        Actor actor,
        Instant askedAt,
        @Nullable Actor appliedBy,
        @Nullable Instant endedAt) {}
