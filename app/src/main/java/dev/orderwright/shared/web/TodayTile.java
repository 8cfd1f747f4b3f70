package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One work queue on the start page.
 *
 * @param count how much waits there
 * @param url the rows behind the number
 * @param tone colour is for exceptions: neutral unless someone has to act
 * @param hint one short line: the oldest, the next deadline, what to do
 * @param order small numbers stand first
 * @param oldest since when the first of them waits; null when nobody knows, or nothing does
 */
public record TodayTile(
        String title,
        long count,
        String url,
        Tone tone,
        String hint,
        int order,
        @Nullable Instant oldest) {

    public TodayTile(String title, long count, String url, Tone tone, String hint, int order) {
        this(title, count, url, tone, hint, order, null);
    }

    public TodayTile waitingSince(@Nullable Instant first) {
        return new TodayTile(title, count, url, tone, hint, order, first);
    }
}
