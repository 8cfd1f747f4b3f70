package dev.orderwright.insight;

import java.time.Instant;

/**
 * A check of the books that was made.
 *
 * @param drifts how many things broke a law
 * @param actor who asked, {@code system:check-books} when the program did by itself
 */
public record BooksRun(long id, Instant checkedAt, long tookMillis, long drifts, String actor) {}
