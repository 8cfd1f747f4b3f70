package dev.orderwright.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param nodes codes of the only nodes they work at; empty when they work at all
 * @param channels codes of the only channels they work for; empty when they work for all
 * @param amountCap the highest refund or discount they give alone, in minor units; none for no limit
 * @param version counts changes, so that two administrators do not overwrite each other
 */
public record User(
        long id,
        String login,
        String displayName,
        Set<Role> roles,
        List<String> nodes,
        List<String> channels,
        @Nullable Long amountCap,
        boolean active,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignedInAt,
        long version) {

    public User {
        roles = Set.copyOf(roles);
        nodes = List.copyOf(nodes);
        channels = List.copyOf(channels);
    }

    public boolean isAdministrator() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }
}
