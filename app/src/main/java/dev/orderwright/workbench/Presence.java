package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who edits what just now, so that two people do not fill in the same form unknowingly. It warns and locks nothing: what
 * was changed meanwhile is refused by its version.
 */
@Component
public class Presence {

    /** A browser says every 15 seconds that its form is still being filled in. */
    private static final Duration REMEMBERED = Duration.ofSeconds(40);

    private final PresenceStore store;
    private final InstantSource clock;

    Presence(PresenceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Somebody who edits a record.
     *
     * @param subject the record, as a topic of {@link Live}
     * @param actor as {@code user:ann}
     * @param name how screens call them
     */
    public record Editor(String subject, String actor, String name) {}

    /** Notes that somebody edits a record, for the next 40 seconds. */
    public void isEditing(Actor actor, String name, String subject) {
        Instant now = clock.instant();
        store.put(new Editor(subject, actor.code(), name), now, now.plus(REMEMBERED));
    }

    /** Notes that somebody has sent the form, or left it. */
    public void hasLeft(Actor actor, String subject) {
        store.remove(subject, actor.code());
    }

    /** Everybody who edits something, by name. */
    public List<Editor> now() {
        return store.now(clock.instant());
    }
}
