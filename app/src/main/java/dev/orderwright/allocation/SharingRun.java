package dev.orderwright.allocation;

import dev.orderwright.promising.SharingRule;
import java.time.Instant;

/**
 * A run that was made.
 *
 * @param plan what it was decided from, and what came of it
 * @param reason in the words of who made it
 * @param actor {@code user:ann}
 */
public record SharingRun(
        long id,
        long itemId,
        SharingRule rule,
        boolean tiers,
        SharingPlan plan,
        String reason,
        String actor,
        Instant at) {}
