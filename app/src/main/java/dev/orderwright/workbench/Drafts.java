package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Forms that are saved by themselves while somebody fills them in, and are there again after a crash or on another
 * device. They are kept for 30 days after they were saved last.
 */
@Component
public class Drafts {

    /** The version of a draft that was never saved. */
    public static final int NEW = 0;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int CONTENT_LENGTH_MAX = 200_000;
    private static final int KEY_LENGTH_MAX = 100;

    private final DraftStore store;
    private final InstantSource clock;

    Drafts(DraftStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Draft> find(Actor owner, String kind, String key) {
        return store.find(owner, kind, key, clock.instant());
    }

    /** A person's drafts of a kind, the newest first. */
    public List<Draft> of(Actor owner, String kind) {
        return store.of(owner, kind, clock.instant());
    }

    /**
     * Saves a draft as the caller last saw it. Refusals: {@code stale-version} when it was saved or sent from elsewhere
     * meanwhile, {@code too-large}, {@code bad-key}.
     *
     * @param seen the version that was seen, {@link #NEW} for none
     */
    public Outcome<Draft> save(Actor owner, String kind, String key, String content, int seen) {
        if (content.length() > CONTENT_LENGTH_MAX) {
            return Outcome.refused(Refusal.of("too-large", "content", t("workbench.refusal.thisIsMoreThanA")));
        }
        if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            return Outcome.refused(Refusal.of("bad-key", "key", t("workbench.refusal.aDraftHasAKey")));
        }
        Instant now = clock.instant();
        store.sweep(now);
        Draft next = new Draft(kind, key, content, seen + 1, now);
        boolean saved = seen == NEW
                ? store.insert(owner, next, now.plus(KEPT))
                : store.update(owner, next, seen, now.plus(KEPT));
        return saved
                ? Outcome.done(next)
                : Outcome.refused("stale-version", t("workbench.refusal.youHaveChangedOrSent"));
    }

    /** Forgets a draft, because it was sent or is not wanted. */
    public void discard(Actor owner, String kind, String key) {
        store.delete(owner, kind, key);
    }
}
