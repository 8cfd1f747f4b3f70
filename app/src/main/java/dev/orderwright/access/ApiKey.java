package dev.orderwright.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with which another program uses the API. The secret itself is not kept.
 *
 * @param prefix the beginning of the secret, by which people recognise it
 * @param scopes permissions, see {@link Permissions#scopes()}
 * @param expiresAt none for a key without end
 */
public record ApiKey(
        long id,
        String name,
        String prefix,
        List<String> scopes,
        List<String> nodes,
        List<String> channels,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = List.copyOf(scopes);
        nodes = List.copyOf(nodes);
        channels = List.copyOf(channels);
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
