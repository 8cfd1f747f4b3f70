package dev.orderwright.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a person; see {@link User} for the meaning of each part. */
public record UserDetails(
        String displayName,
        Set<Role> roles,
        List<String> nodes,
        List<String> channels,
        @Nullable Long amountCap,
        boolean active) {

    public UserDetails {
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
        nodes = List.copyOf(nodes);
        channels = List.copyOf(channels);
    }
}
