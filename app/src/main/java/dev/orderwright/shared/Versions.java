package dev.orderwright.shared;

import static dev.orderwright.shared.Texts.t;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a thing is still as somebody saw it who wants to change it. */
public final class Versions {

    /** The version of what is not there yet. */
    public static final int NEW = 0;

    private Versions() {}

    /**
     * Refuses ({@code stale-version}) what was decided on something that has changed since. To be asked under its lock.
     *
     * @param seen the version the caller saw; null when any will do
     * @param what names the thing: {@code FO-100042}
     */
    public static Optional<Refusal> stale(@Nullable Integer seen, int now, String what) {
        return seen == null || seen == now
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "stale-version", "If-Match", t("shared.refusal.wasChangedMeanwhileYouSaw", what, seen, now)));
    }

    /**
     * Refuses what somebody wants to make that is there already, and to change what is not there or no longer as he saw
     * it. To be asked under its lock.
     *
     * @param expected {@link #NEW}, the version the caller saw, or null when any will do
     * @param now null when the thing is not there
     */
    public static Optional<Refusal> unexpected(
            @Nullable Integer expected, @Nullable Integer now, String what, Refusal taken, Refusal unknown) {
        if (expected == null) {
            return Optional.empty();
        }
        if (expected == NEW) {
            return now == null ? Optional.empty() : Optional.of(taken);
        }
        return now == null ? Optional.of(unknown) : stale(expected, now, what);
    }

    /** What is asked, for the fingerprint of the command: the same of another version is another request. */
    public static Object asked(Object content, @Nullable Integer seen) {
        return seen == null ? content : List.of(content, seen);
    }
}
