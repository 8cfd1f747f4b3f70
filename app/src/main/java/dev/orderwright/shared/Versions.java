package dev.orderwright.shared;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a thing is still as somebody saw it who wants to change it. */
public final class Versions {

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
                        "stale-version",
                        "If-Match",
                        what + " was changed meanwhile (you saw version " + seen + ", it is at version " + now
                                + "); look again."));
    }

    /** What is asked, for the fingerprint of the command: the same of another version is another request. */
    public static Object asked(Object content, @Nullable Integer seen) {
        return seen == null ? content : List.of(content, seen);
    }
}
