package dev.orderwright.operations;

import dev.orderwright.operations.FactLog.Filter;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements that look back through the facts. All of them walk one of the two indexes there are. */
@Repository
class FactLogStore {

    /** The last fact of a window, so that a page looks through a known number of them. */
    static final Sql EDGE = Sql.of("""
            select tx::text::bigint as tx, id, recorded_at
              from shared.fact
             where (tx, id) < (:tx::text::xid8, :id)
             order by fact.tx desc, fact.id desc
             limit 1 offset :window
            """);

    // Ordered by the columns, not by the number that is handed out under the same name, so that the index is walked.
    static final Sql WINDOW = Sql.of("""
            select id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data, tx::text::bigint as tx
              from shared.fact
             where (tx, id) < (:tx::text::xid8, :id) and (tx, id) >= (:edgeTx::text::xid8, :edgeId)
               and (:type = '' or type = :type)
               and (:anybody or actor = any(:actors::text[]))
               and recorded_at >= :from and recorded_at < :until
             order by fact.tx desc, fact.id desc
             limit :limit
            """);

    static final Sql OF_SUBJECT = Sql.of("""
            select id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data, tx::text::bigint as tx
              from shared.fact
             where subject_id = :subject and id < :id
               and subject_kind = :kind
               and (:type = '' or type = :type)
               and (:anybody or actor = any(:actors::text[]))
               and recorded_at >= :from and recorded_at < :until
             order by fact.id desc
             limit :limit
            """);

    static final Sql NEWEST = Sql.of("""
            select tx::text::bigint as tx from shared.fact order by fact.tx desc, fact.id desc limit 1
            """);

    static final Sql FROM_TRANSACTION = Sql.of("""
            select tx::text::bigint as tx, id, recorded_at
              from shared.fact
             where tx >= :tx::text::xid8
             order by fact.tx, fact.id
             limit 1
            """);

    static final Sql COMMANDS_OF_SUBJECT = Sql.of("""
            select distinct command_id
              from (select command_id
                      from shared.fact
                     where subject_id = :subject and subject_kind = :kind
                     order by id desc
                     limit :limit) latest
            """);

    private final Db db;

    FactLogStore(Db db) {
        this.db = db;
    }

    /** A fact by its place in the stream. */
    record Spot(FactCursor cursor, Instant recordedAt) {}

    Optional<Spot> edge(FactCursor before, int window) {
        return db.sql(EDGE)
                .param("tx", Long.toString(before.transaction()))
                .param("id", before.factId())
                .param("window", window - 1)
                .query((row, n) -> spot(row))
                .optional();
    }

    List<RecordedFact> window(Filter filter, FactCursor before, FactCursor edge, int limit) {
        return filtered(db.sql(WINDOW), filter)
                .param("tx", Long.toString(before.transaction()))
                .param("id", before.factId())
                .param("edgeTx", Long.toString(edge.transaction()))
                .param("edgeId", edge.factId())
                .param("limit", limit)
                .query((row, n) -> fact(row))
                .list();
    }

    List<RecordedFact> ofSubject(Filter filter, String kind, long subject, long before, int limit) {
        return filtered(db.sql(OF_SUBJECT), filter)
                .param("kind", kind)
                .param("subject", subject)
                .param("id", before)
                .param("limit", limit)
                .query((row, n) -> fact(row))
                .list();
    }

    private static SqlCall filtered(SqlCall call, Filter filter) {
        return call.param("type", filter.type())
                .param("anybody", filter.actors().isEmpty())
                .param("actors", filter.actors().toArray(String[]::new))
                .param("from", Db.timestamp(filter.from()))
                .param("until", Db.timestamp(filter.until()));
    }

    Optional<Long> newestTransaction() {
        return db.sql(NEWEST).query(Long.class).optional();
    }

    /** The first fact of a transaction or, where it has none, of the next that has. */
    Optional<Spot> firstFrom(long transaction) {
        return db.sql(FROM_TRANSACTION)
                .param("tx", Long.toString(transaction))
                .query((row, n) -> spot(row))
                .optional();
    }

    List<Long> commandsOf(String kind, long subject, int limit) {
        return db.sql(COMMANDS_OF_SUBJECT)
                .param("kind", kind)
                .param("subject", subject)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static Spot spot(ResultSet row) throws SQLException {
        return new Spot(new FactCursor(row.getLong("tx"), row.getLong("id")), Db.instantNotNull(row, "recorded_at"));
    }

    static RecordedFact fact(ResultSet row) throws SQLException {
        return new RecordedFact(
                row.getLong("id"),
                new Fact(
                        row.getString("subject_kind"),
                        row.getLong("subject_id"),
                        row.getString("type"),
                        Json.readMap(row.getString("data"))),
                Db.instantNotNull(row, "at"),
                Db.instantNotNull(row, "recorded_at"),
                row.getString("actor"),
                row.getLong("command_id"),
                new FactCursor(row.getLong("tx"), row.getLong("id")));
    }
}
