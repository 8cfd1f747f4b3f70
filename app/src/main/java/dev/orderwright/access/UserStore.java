package dev.orderwright.access;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The SQL of people. */
@Repository
class UserStore {

    private static final String COLUMNS = """
            id, login, display_name, roles, nodes, channels, amount_cap, active, must_change_password, created_at,
            last_signed_in_at, version
            """;

    static final Sql ALL = Sql.of("select " + COLUMNS + " from access.users order by login");

    static final Sql BY_LOGIN = Sql.of("select " + COLUMNS + " from access.users where login = :login");

    static final Sql PASSWORD = Sql.of("select password_hash from access.users where login = :login and active");

    static final Sql INSERT = Sql.of("""
            insert into access.users (id, login, display_name, password_hash, must_change_password, roles, nodes,
                                      channels, amount_cap, active, created_at, version)
            values (:id, :login, :displayName, :passwordHash, :mustChange, :roles::text[], :nodes::text[],
                    :channels::text[], :amountCap, :active, :at, 1)
            on conflict (login) do nothing
            """);

    static final Sql UPDATE = Sql.of("""
            update access.users
               set display_name = :displayName, roles = :roles::text[], nodes = :nodes::text[],
                   channels = :channels::text[], amount_cap = :amountCap, active = :active, version = version + 1
             where login = :login and version = :version
            """);

    static final Sql SET_PASSWORD = Sql.of("""
            update access.users
               set password_hash = :passwordHash, must_change_password = :mustChange, version = version + 1
             where login = :login
            """);

    static final Sql SIGNED_IN = Sql.of("update access.users set last_signed_in_at = :at where id = :id");

    /** Locks the administrators in order of their ids, so that two of them cannot remove each other at once. */
    static final Sql LOCK_ADMINISTRATORS = Sql.of("""
            select login from access.users where active and 'ADMINISTRATOR' = any(roles) order by id for update
            """);

    static final Sql ANYONE = Sql.of("select exists (select 1 from access.users)");

    private final Db db;

    UserStore(Db db) {
        this.db = db;
    }

    List<User> all() {
        return db.sql(ALL).query((row, n) -> user(row)).list();
    }

    Optional<User> byLogin(String login) {
        return db.sql(BY_LOGIN)
                .param("login", login)
                .query((row, n) -> user(row))
                .optional();
    }

    /** The hash of somebody who may sign in. */
    Optional<String> passwordHash(String login) {
        return db.sql(PASSWORD).param("login", login).query(String.class).optional();
    }

    /** False when the login is taken. */
    boolean insert(long id, String login, UserDetails details, String passwordHash, boolean mustChange, Instant at) {
        return db.sql(INSERT)
                        .param("id", id)
                        .param("login", login)
                        .param("displayName", details.displayName())
                        .param("passwordHash", passwordHash)
                        .param("mustChange", mustChange)
                        .param("roles", names(details.roles()))
                        .param("nodes", details.nodes().toArray(String[]::new))
                        .param("channels", details.channels().toArray(String[]::new))
                        .param("amountCap", details.amountCap(), java.sql.Types.BIGINT)
                        .param("active", details.active())
                        .param("at", Db.timestamp(at))
                        .update()
                == 1;
    }

    /** False when the version is no longer the current one. */
    boolean update(String login, long version, UserDetails details) {
        return db.sql(UPDATE)
                        .param("login", login)
                        .param("version", version)
                        .param("displayName", details.displayName())
                        .param("roles", names(details.roles()))
                        .param("nodes", details.nodes().toArray(String[]::new))
                        .param("channels", details.channels().toArray(String[]::new))
                        .param("amountCap", details.amountCap(), java.sql.Types.BIGINT)
                        .param("active", details.active())
                        .update()
                == 1;
    }

    void setPassword(String login, String passwordHash, boolean mustChange) {
        db.sql(SET_PASSWORD)
                .param("login", login)
                .param("passwordHash", passwordHash)
                .param("mustChange", mustChange)
                .update();
    }

    void signedIn(long id, Instant at) {
        db.sql(SIGNED_IN).param("id", id).param("at", Db.timestamp(at)).update();
    }

    List<String> lockAdministrators() {
        return db.sql(LOCK_ADMINISTRATORS)
                .query((row, n) -> row.getString("login"))
                .list();
    }

    boolean anyone() {
        return db.sql(ANYONE).query(Boolean.class).single();
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static User user(ResultSet row) throws SQLException {
        return new User(
                row.getLong("id"),
                row.getString("login"),
                row.getString("display_name"),
                texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                texts(row, "nodes"),
                texts(row, "channels"),
                Db.longOrNull(row, "amount_cap"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                Db.instantNotNull(row, "created_at"),
                Db.instant(row, "last_signed_in_at"),
                row.getLong("version"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
