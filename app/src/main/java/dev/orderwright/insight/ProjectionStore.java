package dev.orderwright.insight;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.FactFollower.Position;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Sql;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** How far each reader of the facts is. */
@Repository
class ProjectionStore {

    static final Sql LOCK = Sql.of("""
            select tx, fact_id from insight.projection where name = :name for update skip locked
            """);

    static final Sql MOVE = Sql.of("""
            update insight.projection set tx = :tx, fact_id = :fact where name = :name
            """);

    static final Sql ALL = Sql.of("""
            select name, tx, fact_id from insight.projection order by name
            """);

    private final Db db;

    ProjectionStore(Db db) {
        this.db = db;
    }

    /** Where the last round ended; empty while another program is at it. */
    Optional<FactCursor> lock(String name) {
        return db.sql(LOCK)
                .param("name", name)
                .query((row, n) -> new FactCursor(row.getLong("tx"), row.getLong("fact_id")))
                .optional();
    }

    List<Position> all() {
        return db.sql(ALL)
                .query((row, n) -> new Position(
                        row.getString("name"), new FactCursor(row.getLong("tx"), row.getLong("fact_id")), true))
                .list();
    }

    void move(String name, FactCursor cursor) {
        db.sql(MOVE)
                .param("name", name)
                .param("tx", cursor.transaction())
                .param("fact", cursor.factId())
                .update();
    }
}
