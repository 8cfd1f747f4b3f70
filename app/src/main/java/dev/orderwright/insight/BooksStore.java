package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Keeps the checks of the books that were made, and the repairs. */
@Repository
class BooksStore {

    static final Sql INSERT_RUN = Sql.of("""
            insert into insight.books_run (id, checked_at, took_millis, drifts, actor, laws)
            values (:id, :checkedAt, :took, :drifts, :actor, :laws::jsonb)
            """);

    // What found something is kept for ever, and so are the newest.
    static final Sql FORGET_RUNS = Sql.of("""
            delete from insight.books_run
             where drifts = 0 and checked_at < :before and id <> (select max(id) from insight.books_run)
            """);

    static final Sql LAST_RUN = Sql.of("""
            select checked_at, took_millis, drifts, laws from insight.books_run order by id desc limit 1
            """);

    static final Sql RUNS = Sql.of("""
            select id, checked_at, took_millis, drifts, actor from insight.books_run order by id desc limit :limit
            """);

    static final Sql INSERT_REPAIR = Sql.of("""
            insert into insight.books_repair (id, law, subject_kind, subject_id, changes, reason, actor, command_id, at)
            values (:id, :law, :kind, :subject, :changes::jsonb, :reason, :actor, :command, :at)
            """);

    static final Sql REPAIRS = Sql.of("""
            select id, law, subject_kind, subject_id, changes, reason, actor, at
              from insight.books_repair order by id desc limit :limit
            """);

    static final Sql OWED = Sql.of("select expected::bigint from (" + MoneyLawStore.EXPOSURE_IS_WHAT_IS_OWED.text()
            + ") drift where subject_id = :customer");

    private final Db db;
    private final Ids ids;

    BooksStore(Db db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    void insertRun(BooksReport report, String actor) {
        db.sql(INSERT_RUN)
                .param("id", ids.next())
                .param("checkedAt", Db.timestamp(report.checkedAt()))
                .param("took", report.tookMillis())
                .param("drifts", report.drifts())
                .param("actor", actor)
                .param("laws", Json.write(new Laws(report.laws())))
                .update();
    }

    void forgetRunsBefore(Instant before) {
        db.sql(FORGET_RUNS).param("before", Db.timestamp(before)).update();
    }

    /** The laws of a report as they are kept. */
    record Laws(List<LawResult> laws) {}

    Optional<BooksReport> lastRun() {
        return db.sql(LAST_RUN)
                .query((row, n) -> new BooksReport(
                        row.getLong("drifts") == 0,
                        Db.instantNotNull(row, "checked_at"),
                        row.getLong("took_millis"),
                        Json.read(row.getString("laws"), Laws.class).laws()))
                .optional();
    }

    List<BooksRun> runs(int limit) {
        return db.sql(RUNS)
                .param("limit", limit)
                .query((row, n) -> new BooksRun(
                        row.getLong("id"),
                        Db.instantNotNull(row, "checked_at"),
                        row.getLong("took_millis"),
                        row.getLong("drifts"),
                        row.getString("actor")))
                .list();
    }

    void insertRepair(Run run, String law, String kind, long subjectId, List<String> changes, String reason) {
        db.sql(INSERT_REPAIR)
                .param("id", ids.next())
                .param("law", law)
                .param("kind", kind)
                .param("subject", subjectId)
                .param("changes", Json.write(new Changes(changes)))
                .param("reason", reason)
                .param("actor", run.actor().code())
                .param("command", run.commandId())
                .param("at", Db.timestamp(run.at()))
                .update();
    }

    /** What a repair changed as it is kept. */
    record Changes(List<String> changes) {}

    List<Repairs.Entry> repairs(int limit) {
        return db.sql(REPAIRS)
                .param("limit", limit)
                .query((row, n) -> new Repairs.Entry(
                        row.getLong("id"),
                        row.getString("law"),
                        row.getString("subject_kind"),
                        row.getLong("subject_id"),
                        Json.read(row.getString("changes"), Changes.class).changes(),
                        row.getString("reason"),
                        row.getString("actor"),
                        Db.instantNotNull(row, "at")))
                .list();
    }

    /** What a customer owes by his orders and invoices; empty when that is what his credit says. */
    Optional<Long> owed(long customerId) {
        return db.sql(OWED).param("customer", customerId).query(Long.class).optional();
    }
}
