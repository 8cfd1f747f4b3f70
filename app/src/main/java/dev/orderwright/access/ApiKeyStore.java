package dev.orderwright.access;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The SQL of API keys. */
@Repository
class ApiKeyStore {

    private static final String SELECT = """
            select id, name, prefix, scopes, nodes, channels, created_by, created_at, expires_at, last_used_at,
                   revoked_at
              from access.api_keys
            """;

    static final Sql ALL = Sql.of(SELECT + " order by revoked_at is not null, name, id");

    static final Sql BY_SECRET = Sql.of(SELECT + " where secret_hash = :secretHash");

    static final Sql INSERT = Sql.of("""
            insert into access.api_keys (id, name, prefix, secret_hash, scopes, nodes, channels, created_by, created_at,
                                         expires_at)
            values (:id, :name, :prefix, :secretHash, :scopes::text[], :nodes::text[], :channels::text[], :createdBy,
                    :createdAt, :expiresAt)
            on conflict (name) where revoked_at is null do nothing
            """);

    static final Sql REVOKE = Sql.of("""
            update access.api_keys set revoked_at = :at, revoked_by = :by where id = :id and revoked_at is null
            returning name
            """);

    /** Only now and then, so that using a key does not always write. */
    static final Sql USED = Sql.of("""
            update access.api_keys set last_used_at = :at
             where id = :id and (last_used_at is null or last_used_at < :before)
            """);

    private final Db db;

    ApiKeyStore(Db db) {
        this.db = db;
    }

    List<ApiKey> all() {
        return db.sql(ALL).query((row, n) -> key(row)).list();
    }

    Optional<ApiKey> bySecret(byte[] secretHash) {
        return db.sql(BY_SECRET)
                .param("secretHash", secretHash)
                .query((row, n) -> key(row))
                .optional();
    }

    /** False when a live key has the name. */
    boolean insert(ApiKey key, byte[] secretHash) {
        return db.sql(INSERT)
                        .param("id", key.id())
                        .param("name", key.name())
                        .param("prefix", key.prefix())
                        .param("secretHash", secretHash)
                        .param("scopes", key.scopes().toArray(String[]::new))
                        .param("nodes", key.nodes().toArray(String[]::new))
                        .param("channels", key.channels().toArray(String[]::new))
                        .param("createdBy", key.createdBy())
                        .param("createdAt", Db.timestamp(key.createdAt()))
                        .param("expiresAt", Db.timestamp(key.expiresAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** The key's name, none when it is unknown or revoked already. */
    Optional<String> revoke(long id, String by, Instant at) {
        return db.sql(REVOKE)
                .param("id", id)
                .param("by", by)
                .param("at", Db.timestamp(at))
                .query(String.class)
                .optional();
    }

    void used(long id, Instant at, Instant before) {
        db.sql(USED)
                .param("id", id)
                .param("at", Db.timestamp(at))
                .param("before", Db.timestamp(before))
                .update();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                UserStore.texts(row, "scopes"),
                UserStore.texts(row, "nodes"),
                UserStore.texts(row, "channels"),
                row.getString("created_by"),
                Db.instantNotNull(row, "created_at"),
                Db.instant(row, "expires_at"),
                Db.instant(row, "last_used_at"),
                Db.instant(row, "revoked_at"));
    }
}
