package dev.orderwright.workbench;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.workbench.Presence.Editor;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of who edits what. */
@Repository
class PresenceStore {

    static final Sql PUT = Sql.of("""
            insert into workbench.presence (subject, actor, name, until) values (:subject, :actor, :name, :until)
            on conflict (subject, actor) do update set name = excluded.name, until = excluded.until
            """);

    static final Sql SWEEP = Sql.of("""
            delete from workbench.presence where until <= :now
            """);

    static final Sql REMOVE = Sql.of("""
            delete from workbench.presence where subject = :subject and actor = :actor
            """);

    static final Sql NOW = Sql.of("""
            select subject, actor, name from workbench.presence where until > :now order by subject, name, actor
            """);

    private final Db db;

    PresenceStore(Db db) {
        this.db = db;
    }

    void put(Editor editor, Instant now, Instant until) {
        db.sql(SWEEP).param("now", Db.timestamp(now)).update();
        db.sql(PUT)
                .param("subject", editor.subject())
                .param("actor", editor.actor())
                .param("name", editor.name())
                .param("until", Db.timestamp(until))
                .update();
    }

    void remove(String subject, String actor) {
        db.sql(REMOVE).param("subject", subject).param("actor", actor).update();
    }

    List<Editor> now(Instant now) {
        return db.sql(NOW)
                .param("now", Db.timestamp(now))
                .query((row, n) -> new Editor(row.getString("subject"), row.getString("actor"), row.getString("name")))
                .list();
    }
}
