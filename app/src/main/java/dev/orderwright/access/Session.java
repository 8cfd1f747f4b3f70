package dev.orderwright.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time at the console, from signing in to signing out.
 *
 * @param expiresAt it ends then at the latest
 * @param revealsUntil personal data is shown until then
 * @param device what the browser calls itself
 */
public record Session(
        long id,
        User user,
        Instant startedAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable Instant revealsUntil,
        String address,
        String device) {

    boolean reveals(Instant now) {
        return revealsUntil != null && now.isBefore(revealsUntil);
    }
}
