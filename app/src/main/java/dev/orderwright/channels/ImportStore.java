package dev.orderwright.channels;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of imports: what is to be done, how far it is, how it ended. */
@Repository
class ImportStore {

    /** One import at a time, over all programs that share the database. */
    static final Sql INSERT = Sql.of("""
            insert into channels.import_job (id, kind, file_id, sha256, bytes, through, dry_run, state, phase, done,
                                             total, checkpoint, seconds, started_by, started_at, updated_at)
            values (:id, :kind, :file, :sha256, :bytes, :through, :dryRun, 'RUNNING', :phase, 0, 0, '{}', '{}', :by,
                    :at, :at)
            """);

    static final Sql FIND = Sql.of("""
            select id, kind, file_id, sha256, bytes, through, dry_run, state, phase, done, total, report, problem,
                   started_by, started_at, ended_at
              from channels.import_job
             where id = :id
            """);

    static final Sql LIST = Sql.of("""
            select id, kind, file_id, sha256, bytes, through, dry_run, state, phase, done, total, report, problem,
                   started_by, started_at, ended_at
              from channels.import_job
             where id < :before
             order by id desc
             limit :limit
            """);

    static final Sql NEXT = Sql.of("""
            select id, kind, file_id, sha256, bytes, through, dry_run, state, phase, done, total, report, problem,
                   started_by, started_at, ended_at
              from channels.import_job
             where state = 'RUNNING'
             order by id
             limit 1
            """);

    static final Sql RUNNING = Sql.of("""
            select count(*) as imports, min(started_at) as oldest from channels.import_job where state = 'RUNNING'
            """);

    static final Sql LATEST_LIKE = Sql.of("""
            select id, kind, file_id, sha256, bytes, through, dry_run, state, phase, done, total, report, problem,
                   started_by, started_at, ended_at
              from channels.import_job
             where file_id = :file and kind = :kind and through = :through and dry_run = :dryRun
             order by id desc
             limit 1
            """);

    static final Sql RESUME = Sql.of("""
            update channels.import_job
               set state = 'RUNNING', problem = null, ended_at = null, updated_at = :at, settled_at = null,
                   settled_by = null, settled_reason = null
             where id = :id and state = 'FAILED'
            """);

    static final Sql PROGRESS = Sql.of("""
            update channels.import_job
               set phase = :phase, done = :done, total = :total, updated_at = :at
             where id = :id and state = 'RUNNING'
            """);

    static final Sql CHECKPOINT = Sql.of("""
            update channels.import_job
               set checkpoint = :checkpoint::jsonb, seconds = :seconds::jsonb, done = :done, updated_at = :at
             where id = :id and state = 'RUNNING'
            """);

    static final Sql RESUME_FROM = Sql.of("""
            select checkpoint, seconds from channels.import_job where id = :id
            """);

    static final Sql END = Sql.of("""
            update channels.import_job
               set state = :state, phase = :phase, report = :report, problem = :problem, seconds = :seconds::jsonb,
                   done = case when :state = 'DONE' then total else done end, updated_at = :at, ended_at = :at
             where id = :id and state = 'RUNNING'
            """);

    private final Db db;

    ImportStore(Db db) {
        this.db = db;
    }

    /** Held until the transaction ends; false when another transaction holds it. */
    void insert(long id, ImportWish wish, StoredFile file, String phase, String by, Instant at) {
        db.sql(INSERT)
                .param("id", id)
                .param("kind", wish.kind())
                .param("file", file.id())
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .param("through", wish.through().name())
                .param("dryRun", wish.dryRun())
                .param("phase", phase)
                .param("by", by)
                .param("at", Db.timestamp(at))
                .update();
    }

    Optional<ImportJob> find(long id) {
        return db.sql(FIND).param("id", id).query((row, n) -> job(row)).optional();
    }

    /** The newest first. */
    List<ImportJob> list(long before, int limit) {
        return db.sql(LIST)
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query((row, n) -> job(row))
                .list();
    }

    Backlog running() {
        return db.sql(RUNNING)
                .query((row, n) -> new Backlog(row.getLong("imports"), Db.instant(row, "oldest")))
                .single();
    }

    /** The one that has waited longest. */
    Optional<ImportJob> next() {
        return db.sql(NEXT).query((row, n) -> job(row)).optional();
    }

    Optional<ImportJob> latestLike(ImportWish wish, long fileId) {
        return db.sql(LATEST_LIKE)
                .param("file", fileId)
                .param("kind", wish.kind())
                .param("through", wish.through().name())
                .param("dryRun", wish.dryRun())
                .query((row, n) -> job(row))
                .optional();
    }

    boolean resume(long id, Instant at) {
        return db.sql(RESUME).param("id", id).param("at", Db.timestamp(at)).update() == 1;
    }

    void progress(long id, String phase, long done, long total, Instant at) {
        db.sql(PROGRESS)
                .param("id", id)
                .param("phase", phase)
                .param("done", done)
                .param("total", total)
                .param("at", Db.timestamp(at))
                .update();
    }

    boolean checkpoint(long id, Map<String, Object> checkpoint, Map<String, Double> seconds, long done, Instant at) {
        return db.sql(CHECKPOINT)
                        .param("id", id)
                        .param("checkpoint", Json.write(checkpoint))
                        .param("seconds", Json.write(seconds))
                        .param("done", done)
                        .param("at", Db.timestamp(at))
                        .update()
                == 1;
    }

    /** What an earlier run of the import has recorded. */
    record ResumeFrom(Map<String, Object> checkpoint, Map<String, Object> seconds) {}

    ResumeFrom resumeFrom(long id) {
        return db.sql(RESUME_FROM)
                .param("id", id)
                .query((row, n) -> new ResumeFrom(
                        Json.readMap(row.getString("checkpoint")), Json.readMap(row.getString("seconds"))))
                .single();
    }

    void done(long id, String report, Map<String, Double> seconds, Instant at) {
        end(id, ImportState.DONE, "Done", report, null, seconds, at);
    }

    void failed(long id, String problem, Map<String, Double> seconds, Instant at) {
        end(id, ImportState.FAILED, "Failed", null, problem, seconds, at);
    }

    private void end(
            long id,
            ImportState state,
            String phase,
            @Nullable String report,
            @Nullable String problem,
            Map<String, Double> seconds,
            Instant at) {
        db.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("phase", phase)
                .param("report", report)
                .param("problem", problem)
                .param("seconds", Json.write(seconds))
                .param("at", Db.timestamp(at))
                .update();
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                new ImportWish(
                        row.getString("kind"), Through.valueOf(row.getString("through")), row.getBoolean("dry_run")),
                row.getLong("file_id"),
                row.getString("sha256"),
                row.getLong("bytes"),
                ImportState.valueOf(row.getString("state")),
                row.getString("phase"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("report"),
                row.getString("problem"),
                row.getString("started_by"),
                Db.instantNotNull(row, "started_at"),
                Db.instant(row, "ended_at"));
    }
}
