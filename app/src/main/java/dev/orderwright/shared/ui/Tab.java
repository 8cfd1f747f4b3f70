package dev.orderwright.shared.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One view of a list.
 *
 * @param count how many rows it has, empty when it is not counted, or later
 * @param oldest how long the first of its rows waits; empty when nobody knows, or nothing does
 * @param countUrl where the count is asked for once the page is there; empty for nowhere
 */
public record Tab(String label, String url, String count, boolean active, Tone tone, String countUrl, String oldest) {

    public Tab(String label, String url, String count, boolean active, Tone tone, String countUrl) {
        this(label, url, count, active, tone, countUrl, "");
    }

    public Tab(String label, String url, String count, boolean active, Tone tone) {
        this(label, url, count, active, tone, "");
    }

    /** Says since when the first of its rows waits. */
    public Tab waiting(@Nullable Instant since, Instant now) {
        return since == null ? this : new Tab(label, url, count, active, tone, countUrl, Show.age(since, now));
    }

    public static Tab of(String label, String url, boolean active) {
        return new Tab(label, url, "", active, Tone.NEUTRAL);
    }

    public static Tab of(String label, String url, String count, boolean active) {
        return new Tab(label, url, count, active, Tone.NEUTRAL);
    }
}
