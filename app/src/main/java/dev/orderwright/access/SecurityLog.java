package dev.orderwright.access;

import dev.orderwright.shared.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The append-only list of security events. It never holds a secret. */
@Component
public class SecurityLog {

    private static final int TEXT_LENGTH_MAX = 300;

    private final SecurityEventStore store;
    private final Ids ids;
    private final InstantSource clock;

    SecurityLog(SecurityEventStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something that matters for security: who came in, who was refused, who changed what others may do.
     *
     * @param kind stable: {@code signed-in}, {@code sign-in-refused}, {@code api-key-created} …
     * @param subject what it is about: a login, the name of a key
     * @param address where the request came from, empty for the program itself
     */
    public record SecurityEvent(
            long id, Instant at, String kind, String actor, String subject, String address, String detail) {}

    /** Joins the caller's transaction when there is one, so that a change and its event stand or fall together. */
    void note(String kind, String actor, String subject, String address, String detail) {
        store.append(
                new SecurityEvent(ids.next(), clock.instant(), kind, actor, plain(subject), address, plain(detail)));
    }

    /** The newest events before an id (0 for the newest of all), newest first. */
    public List<SecurityEvent> newest(long beforeId, int limit) {
        return store.newest(beforeId == 0 ? Long.MAX_VALUE : beforeId, limit);
    }

    /** Text from outside: one line, of bounded length. */
    private static String plain(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= TEXT_LENGTH_MAX ? oneLine : oneLine.substring(0, TEXT_LENGTH_MAX);
    }
}
