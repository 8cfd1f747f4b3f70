package dev.orderwright.whatif;

import dev.orderwright.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as far as it is.
 *
 * @param done orders that were played
 * @param total of how many; 0 until that is known
 * @param result null until it is done
 * @param problem why it failed; empty when it did not
 */
public record WhatIfRun(
        long id,
        WhatIfWish wish,
        WhatIfState state,
        int done,
        int total,
        @Nullable WhatIfResult result,
        String problem,
        Actor actor,
        Instant askedAt,
        @Nullable Instant endedAt) {}
