package dev.orderwright.operations;

import dev.orderwright.shared.FactFollower;
import dev.orderwright.shared.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far those have come who follow the facts. */
@Component
public class Readers {

    /** What a reader may be late in a rush, by intention. */
    private static final Duration MAY_LAG = Duration.ofMinutes(2);

    private final ObjectProvider<FactFollower> followers;
    private final Facts facts;
    private final InstantSource clock;

    Readers(ObjectProvider<FactFollower> followers, Facts facts, InstantSource clock) {
        this.followers = followers;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * One reader.
     *
     * @param isFollowing false while nobody wants what it makes
     * @param behind how many facts it has before it; one more than {@link Facts#BEHIND_COUNTED_MAX} for all above that
     * @param oldest when the first of these was recorded; null when there is none
     * @param isLate whether it is further behind than it should ever be
     */
    public record Reader(
            String name,
            boolean isFollowing,
            long behind,
            @Nullable Instant oldest,
            boolean isLate) {}

    public List<Reader> all() {
        return followers
                .orderedStream()
                .flatMap(follower -> follower.positions().stream())
                .map(this::reader)
                .sorted(Comparator.comparing(Reader::name))
                .toList();
    }

    private Reader reader(FactFollower.Position position) {
        Facts.Behind behind = facts.behind(position.cursor());
        Instant oldest = behind.oldest();
        boolean late = position.isFollowing()
                && oldest != null
                && Duration.between(oldest, clock.instant()).compareTo(MAY_LAG) > 0;
        return new Reader(position.name(), position.isFollowing(), behind.facts(), oldest, late);
    }
}
