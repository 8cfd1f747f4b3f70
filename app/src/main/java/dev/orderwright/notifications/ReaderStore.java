package dev.orderwright.notifications;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Sql;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** How far the facts are read for messages. */
@Repository
class ReaderStore {

    /** It begins with what happens from now on: nobody is written to about the past. */
    static final Sql BEGIN = Sql.of("""
            insert into notifications.reader (name, tx, fact_id)
            values (:name, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, 0)
                on conflict (name) do nothing
            """);

    static final Sql LOCK = Sql.of("""
            select tx, fact_id from notifications.reader where name = :name for update skip locked
            """);

    static final Sql MOVE = Sql.of("""
            update notifications.reader set tx = :tx, fact_id = :fact where name = :name
            """);

    static final Sql READ = Sql.of("""
            select tx, fact_id from notifications.reader where name = :name
            """);

    private final Db db;

    ReaderStore(Db db) {
        this.db = db;
    }

    Optional<FactCursor> read(String name) {
        return db.sql(READ)
                .param("name", name)
                .query((row, n) -> new FactCursor(row.getLong("tx"), row.getLong("fact_id")))
                .optional();
    }

    void begin(String name) {
        db.sql(BEGIN).param("name", name).update();
    }

    /** Where the last round ended; empty while another program is at it. */
    Optional<FactCursor> lock(String name) {
        return db.sql(LOCK)
                .param("name", name)
                .query((row, n) -> new FactCursor(row.getLong("tx"), row.getLong("fact_id")))
                .optional();
    }

    void move(String name, FactCursor cursor) {
        db.sql(MOVE)
                .param("name", name)
                .param("tx", cursor.transaction())
                .param("fact", cursor.factId())
                .update();
    }
}
