package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements of drafts. */
@Repository
class DraftStore {

    static final Sql FIND = Sql.of("""
            select kind, key, content, version, saved_at
              from workbench.draft
             where owner = :owner and kind = :kind and key = :key and expires_at > :now
            """);

    static final Sql OF = Sql.of("""
            select kind, key, content, version, saved_at
              from workbench.draft
             where owner = :owner and kind = :kind and expires_at > :now
             order by saved_at desc, key
             limit 200
            """);

    static final Sql INSERT = Sql.of("""
            insert into workbench.draft (owner, kind, key, content, version, saved_at, expires_at)
            values (:owner, :kind, :key, :content, 1, :at, :until)
            on conflict (owner, kind, key) do nothing
            """);

    static final Sql UPDATE = Sql.of("""
            update workbench.draft
               set content = :content, version = version + 1, saved_at = :at, expires_at = :until
             where owner = :owner and kind = :kind and key = :key and version = :seen
            """);

    static final Sql DELETE = Sql.of("""
            delete from workbench.draft where owner = :owner and kind = :kind and key = :key
            """);

    static final Sql SWEEP = Sql.of("""
            delete from workbench.draft where expires_at <= :now
            """);

    private final Db db;

    DraftStore(Db db) {
        this.db = db;
    }

    Optional<Draft> find(Actor owner, String kind, String key, Instant now) {
        return db.sql(FIND)
                .param("owner", owner.code())
                .param("kind", kind)
                .param("key", key)
                .param("now", Db.timestamp(now))
                .query((row, n) -> draft(row))
                .optional();
    }

    List<Draft> of(Actor owner, String kind, Instant now) {
        return db.sql(OF)
                .param("owner", owner.code())
                .param("kind", kind)
                .param("now", Db.timestamp(now))
                .query((row, n) -> draft(row))
                .list();
    }

    boolean insert(Actor owner, Draft draft, Instant until) {
        return db.sql(INSERT)
                        .param("owner", owner.code())
                        .param("kind", draft.kind())
                        .param("key", draft.key())
                        .param("content", draft.content())
                        .param("at", Db.timestamp(draft.savedAt()))
                        .param("until", Db.timestamp(until))
                        .update()
                == 1;
    }

    boolean update(Actor owner, Draft draft, int seen, Instant until) {
        return db.sql(UPDATE)
                        .param("owner", owner.code())
                        .param("kind", draft.kind())
                        .param("key", draft.key())
                        .param("content", draft.content())
                        .param("seen", seen)
                        .param("at", Db.timestamp(draft.savedAt()))
                        .param("until", Db.timestamp(until))
                        .update()
                == 1;
    }

    void delete(Actor owner, String kind, String key) {
        db.sql(DELETE)
                .param("owner", owner.code())
                .param("kind", kind)
                .param("key", key)
                .update();
    }

    /** Forgets those that nobody has touched for long. */
    void sweep(Instant now) {
        db.sql(SWEEP).param("now", Db.timestamp(now)).update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("kind"),
                row.getString("key"),
                row.getString("content"),
                row.getInt("version"),
                Db.instantNotNull(row, "saved_at"));
    }
}
