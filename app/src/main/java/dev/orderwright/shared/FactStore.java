package dev.orderwright.shared;

import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

@Repository
class FactStore {

    static final Sql APPEND = Sql.of("""
            insert into shared.fact
                   (id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data, tx)
            select f.id, f.subject_kind, f.subject_id, f.type, f.at, :recordedAt::timestamptz, f.actor, f.command_id,
                   f.data::jsonb, pg_current_xact_id()
              from unnest(:ids::bigint[], :kinds::text[], :subjects::bigint[], :types::text[], :ats::timestamptz[],
                          :actors::text[], :commands::bigint[], :data::text[])
                   as f (id, subject_kind, subject_id, type, at, actor, command_id, data)
            """);

    /** The latest of them, in the order in which they happened. */
    static final Sql OF_SUBJECT = Sql.of("""
            select id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data, tx
              from (select id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data,
                           tx::text::bigint as tx
                      from shared.fact
                     where subject_kind = :kind and subject_id = :id and id < :before
                     order by id desc
                     limit :limit) latest
             order by id
            """);

    // Ordered by the columns, not by the number that is handed out under the same name, and with a limit the planner
    // knows: otherwise it would sort everything that is still to be read instead of walking the index.
    static final Sql AFTER = Sql.of("""
            select id, subject_kind, subject_id, type, at, recorded_at, actor, command_id, data, tx::text::bigint as tx
              from shared.fact
             where (tx, id) > (:tx::text::xid8, :id)
               and tx < pg_snapshot_xmin(pg_current_snapshot())
             order by fact.tx, fact.id
            """ + " limit " + Facts.PAGE);

    static final Sql BEFORE = Sql.of("""
            select tx::text::bigint as transaction, id
              from shared.fact
             where tx < pg_snapshot_xmin(pg_current_snapshot())
             order by fact.tx desc, fact.id desc
             limit 1 offset :facts
            """);

    static final Sql BEHIND = Sql.of("""
            select count(*) as facts, min(recorded_at) as oldest
              from (select recorded_at
                      from shared.fact
                     where (tx, id) > (:tx::text::xid8, :id)
                       and tx < pg_snapshot_xmin(pg_current_snapshot())
                     order by fact.tx, fact.id
            """ + " limit " + (Facts.BEHIND_COUNTED_MAX + 1) + ") unread");

    private static final RowMapper<RecordedFact> ROW = (row, n) -> new RecordedFact(
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

    private final Db db;

    FactStore(Db db) {
        this.db = db;
    }

    void append(List<Run> runs, Ids ids, Instant recordedAt) {
        int n = runs.stream().mapToInt(run -> run.facts().size()).sum();
        if (n == 0) {
            return;
        }
        long[] factIds = ids.next(n);
        long[] subjects = new long[n];
        long[] commands = new long[n];
        String[][] texts = new String[4][n];
        List<Instant> ats = new ArrayList<>(n);
        int i = 0;
        for (Run run : runs) {
            for (Fact fact : run.facts()) {
                subjects[i] = fact.subjectId();
                commands[i] = run.commandId();
                texts[0][i] = fact.subjectKind();
                texts[1][i] = fact.type();
                texts[2][i] = run.actor().code();
                texts[3][i] = Json.write(fact.data());
                ats.add(run.at());
                i++;
            }
        }
        db.sql(APPEND)
                .param("ids", factIds)
                .param("kinds", texts[0])
                .param("subjects", subjects)
                .param("types", texts[1])
                .param("ats", Db.timestamps(ats))
                .param("recordedAt", Db.timestamp(recordedAt))
                .param("actors", texts[2])
                .param("commands", commands)
                .param("data", texts[3])
                .later();
    }

    List<RecordedFact> ofSubject(String kind, long id, long before, int limit) {
        return db.sql(OF_SUBJECT)
                .param("kind", kind)
                .param("id", id)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<RecordedFact> after(FactCursor cursor) {
        return db.sql(AFTER)
                .param("tx", Long.toString(cursor.transaction()))
                .param("id", cursor.factId())
                .query(ROW)
                .list();
    }

    Facts.Behind behind(FactCursor cursor) {
        return db.sql(BEHIND)
                .param("tx", Long.toString(cursor.transaction()))
                .param("id", cursor.factId())
                .query((row, n) -> new Facts.Behind(row.getLong("facts"), Db.instant(row, "oldest")))
                .single();
    }

    Optional<FactCursor> before(int facts) {
        return db.sql(BEFORE)
                .param("facts", facts)
                .query((row, n) -> new FactCursor(row.getLong("transaction"), row.getLong("id")))
                .optional();
    }
}
