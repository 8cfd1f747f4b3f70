package dev.orderwright.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a new key; see {@link ApiKey} for the meaning of each part. */
public record NewApiKey(
        String name,
        List<String> scopes,
        List<String> nodes,
        List<String> channels,
        @Nullable Instant expiresAt) {

    public NewApiKey {
        name = name.strip();
        scopes = scopes.stream().distinct().sorted().toList();
        nodes = List.copyOf(nodes);
        channels = List.copyOf(channels);
    }
}
