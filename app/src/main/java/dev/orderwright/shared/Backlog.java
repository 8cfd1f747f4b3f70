package dev.orderwright.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits somewhere.
 *
 * @param oldest since when the first of it waits; null when nothing does
 */
public record Backlog(long count, @Nullable Instant oldest) {

    public static final Backlog NONE = new Backlog(0, null);

    /** What waits here and there. */
    public Backlog and(Backlog other) {
        return new Backlog(count + other.count, first(oldest, other.oldest));
    }

    /** The earlier of two moments that need not be. */
    public static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
