package dev.orderwright.shared.exceptions;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody's work reaches.
 *
 * @param nodes ids of the only nodes they work at; null when they work at all
 */
public record Reach(@Nullable Set<Long> nodes) {

    public static final Reach EVERYWHERE = new Reach(null);

    public Reach {
        nodes = nodes == null ? null : Set.copyOf(nodes);
    }

    public static Reach at(Collection<Long> nodes) {
        return new Reach(Set.copyOf(nodes));
    }

    public boolean has(long nodeId) {
        return nodes == null || nodes.contains(nodeId);
    }

    /** For a statement: null when any node will do. */
    public long @Nullable [] ids() {
        return nodes == null ? null : nodes.stream().mapToLong(Long::longValue).toArray();
    }
}
