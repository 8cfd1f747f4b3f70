package dev.orderwright.access;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.web.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The sessions of people who are signed in. They stand in the database under the fingerprint of their token, so every
 * program node knows them and a copy of the table opens nothing.
 */
@Component
@EnableConfigurationProperties(AccessSettings.class)
public class Sessions {

    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);
    private static final int DEVICE_LENGTH_MAX = 200;

    private final SessionStore store;
    private final SecurityLog log;
    private final AccessSettings settings;
    private final Ids ids;
    private final InstantSource clock;

    Sessions(SessionStore store, SecurityLog log, AccessSettings settings, Ids ids, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a session and returns its token, which exists nowhere else. */
    String open(User user, String address, String device) {
        Instant now = clock.instant();
        store.sweep(now, idleSince(now));
        String token = Secrets.token();
        Session session = new Session(
                ids.next(),
                user,
                now,
                now,
                now.plus(settings.sessionLength()),
                null,
                address,
                device.substring(0, Math.min(device.length(), DEVICE_LENGTH_MAX)));
        store.open(session, Secrets.fingerprint(token));
        return token;
    }

    /** The session of a token that is neither expired nor idle for too long; notes that it is in use. */
    public Optional<Session> find(String token) {
        Instant now = clock.instant();
        Optional<Session> session = store.byToken(Secrets.fingerprint(token), now, idleSince(now));
        session.filter(found -> found.lastSeenAt().isBefore(now.minus(SEEN_PRECISION)))
                .ifPresent(found -> store.touch(found.id(), now, now.minus(SEEN_PRECISION)));
        return session;
    }

    /** Whether a session is neither ended nor idle for too long; asking does not count as use. */
    public boolean isOpen(String token) {
        Instant now = clock.instant();
        return store.byToken(Secrets.fingerprint(token), now, idleSince(now)).isPresent();
    }

    public List<Session> of(User user) {
        Instant now = clock.instant();
        return store.ofUser(user.id(), now, idleSince(now));
    }

    /** Ends one session of a person. */
    public boolean end(User user, long sessionId, String address) {
        boolean ended = store.end(sessionId, user.id());
        if (ended) {
            log.note("session-ended", Actor.user(user.login()).code(), user.login(), address, "");
        }
        return ended;
    }

    /** Ends all sessions of a person but the current one. */
    public int endOthers(User user, long currentSession, String address) {
        int ended = store.endAllOfExcept(user.id(), currentSession);
        log.note("session-ended", Actor.user(user.login()).code(), user.login(), address, ended + " other sessions");
        return ended;
    }

    /** Shows personal data in this session for a while; the reason stays in the log. */
    public void reveal(Session session, String reason, String address) {
        User user = session.user();
        store.reveal(session.id(), clock.instant().plus(settings.revealLength()));
        log.note("personal-data-revealed", Actor.user(user.login()).code(), user.login(), address, reason);
    }

    /** What the person of a session may do and see now. */
    public Who who(Session session) {
        User user = session.user();
        Set<String> permissions = Role.permissionsOf(user.roles());
        return new Who(
                Actor.user(user.login()),
                user.displayName(),
                permissions,
                Set.copyOf(user.nodes()),
                Set.copyOf(user.channels()),
                user.amountCap(),
                permissions.contains(Permissions.PERSONAL_READ) || session.reveals(clock.instant()));
    }

    private Instant idleSince(Instant now) {
        return now.minus(settings.idleTimeout());
    }
}
