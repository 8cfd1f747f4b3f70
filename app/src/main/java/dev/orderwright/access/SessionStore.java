package dev.orderwright.access;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The SQL of sessions. */
@Repository
class SessionStore {

    private static final String SELECT = """
            select s.id as session_id, s.started_at, s.last_seen_at, s.expires_at, s.reveals_until, s.address, s.device,
                   u.id, u.login, u.display_name, u.roles, u.nodes, u.channels, u.amount_cap, u.active,
                   u.must_change_password, u.created_at, u.last_signed_in_at, u.version
              from access.sessions s
              join access.users u on u.id = s.user_id
             where u.active and s.expires_at > :now and s.last_seen_at > :idleSince
            """;

    static final Sql OPEN = Sql.of("""
            insert into access.sessions (id, token_hash, user_id, started_at, last_seen_at, expires_at, address, device)
            values (:id, :tokenHash, :userId, :now, :now, :expiresAt, :address, :device)
            """);

    static final Sql BY_TOKEN = Sql.of(SELECT + " and s.token_hash = :tokenHash");

    static final Sql OF_USER = Sql.of(SELECT + " and s.user_id = :userId order by s.last_seen_at desc, s.id desc");

    /** Only now and then, so that reading a page does not always write. */
    static final Sql TOUCH = Sql.of("""
            update access.sessions set last_seen_at = :now where id = :id and last_seen_at < :before
            """);

    static final Sql REVEAL = Sql.of("update access.sessions set reveals_until = :until where id = :id");

    static final Sql END = Sql.of("delete from access.sessions where id = :id and user_id = :userId");

    static final Sql END_ALL_EXCEPT = Sql.of("delete from access.sessions where user_id = :userId and id <> :kept");

    static final Sql SWEEP = Sql.of("""
            delete from access.sessions where expires_at <= :now or last_seen_at <= :idleSince
            """);

    private static final long NONE = 0;

    private final Db db;

    SessionStore(Db db) {
        this.db = db;
    }

    void open(Session session, byte[] tokenHash) {
        db.sql(OPEN)
                .param("id", session.id())
                .param("tokenHash", tokenHash)
                .param("userId", session.user().id())
                .param("now", Db.timestamp(session.startedAt()))
                .param("expiresAt", Db.timestamp(session.expiresAt()))
                .param("address", session.address())
                .param("device", session.device())
                .update();
    }

    Optional<Session> byToken(byte[] tokenHash, Instant now, Instant idleSince) {
        return db.sql(BY_TOKEN)
                .param("tokenHash", tokenHash)
                .param("now", Db.timestamp(now))
                .param("idleSince", Db.timestamp(idleSince))
                .query((row, n) -> session(row))
                .optional();
    }

    List<Session> ofUser(long userId, Instant now, Instant idleSince) {
        return db.sql(OF_USER)
                .param("userId", userId)
                .param("now", Db.timestamp(now))
                .param("idleSince", Db.timestamp(idleSince))
                .query((row, n) -> session(row))
                .list();
    }

    void touch(long id, Instant now, Instant before) {
        db.sql(TOUCH)
                .param("id", id)
                .param("now", Db.timestamp(now))
                .param("before", Db.timestamp(before))
                .update();
    }

    void reveal(long id, Instant until) {
        db.sql(REVEAL).param("id", id).param("until", Db.timestamp(until)).update();
    }

    boolean end(long id, long userId) {
        return db.sql(END).param("id", id).param("userId", userId).update() == 1;
    }

    int endAllOf(long userId) {
        return endAllOfExcept(userId, NONE);
    }

    int endAllOfExcept(long userId, long kept) {
        return db.sql(END_ALL_EXCEPT)
                .param("userId", userId)
                .param("kept", kept)
                .update();
    }

    void sweep(Instant now, Instant idleSince) {
        db.sql(SWEEP)
                .param("now", Db.timestamp(now))
                .param("idleSince", Db.timestamp(idleSince))
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("session_id"),
                UserStore.user(row),
                Db.instantNotNull(row, "started_at"),
                Db.instantNotNull(row, "last_seen_at"),
                Db.instantNotNull(row, "expires_at"),
                Db.instant(row, "reveals_until"),
                row.getString("address"),
                row.getString("device"));
    }
}
