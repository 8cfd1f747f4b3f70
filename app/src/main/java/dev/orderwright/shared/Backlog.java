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
}
