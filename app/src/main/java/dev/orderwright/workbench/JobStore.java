package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of jobs: what is to be done, how far it is, how it ended. */
@Repository
class JobStore {

    private static final String ROW = """
            select j.id, j.kind, j.wish, j.undoes, u.id as undone_by, j.state, j.total, j.done, j.refused, j.actor,
                   j.started_at, j.ended_at,
                   exists (select 1
                             from workbench.job_item i
                            where i.job_id = j.id and i.state = 'DONE' and i.undo <> '') as undoable
              from workbench.job j
                   left join workbench.job u on u.undoes = j.id
            """;

    static final Sql INSERT = Sql.of("""
            insert into workbench.job (id, kind, wish, undoes, state, total, actor, started_at, worked_at)
            values (:id, :kind, :wish, :undoes::bigint, 'RUNNING', :total, :actor, :at, :at)
            """);

    static final Sql FIND = Sql.of(ROW + " where j.id = :id");

    static final Sql LIST = Sql.of(ROW + """
             where j.id < :before
             order by j.id desc
             limit :limit
            """);

    static final Sql LIST_OF = Sql.of(ROW + """
             where j.actor = :actor and j.id < :before
             order by j.id desc
             limit :limit
            """);

    static final Sql RUNNING = Sql.of("""
            select id from workbench.job where state = 'RUNNING' order by worked_at, id limit :limit
            """);

    static final Sql BACKLOG = Sql.of("""
            select count(*) as jobs, min(started_at) as oldest from workbench.job where state = 'RUNNING'
            """);

    /** Waits for the set that is under way. */
    static final Sql LOCK = Sql.of("""
            select id from workbench.job where id = :id for update
            """);

    /** Nothing comes back while somebody else is at work on it. */
    static final Sql LOCK_TO_WORK = Sql.of("""
            select id from workbench.job where id = :id and state = 'RUNNING' for update skip locked
            """);

    static final Sql ADVANCE = Sql.of("""
            update workbench.job
               set done = done + :done, refused = refused + :refused, worked_at = :at,
                   state = case when :over then 'DONE' else state end,
                   ended_at = case when :over then :at::timestamptz end
             where id = :id
            """);

    static final Sql STOP = Sql.of("""
            update workbench.job set state = 'STOPPED', ended_at = :at where id = :id and state = 'RUNNING'
            """);

    private final Db db;

    JobStore(Db db) {
        this.db = db;
    }

    Backlog backlog() {
        return db.sql(BACKLOG)
                .query((row, n) -> new Backlog(row.getLong("jobs"), Db.instant(row, "oldest")))
                .single();
    }

    void insert(long id, String kind, String wish, @Nullable Long undoes, int total, Actor actor, Instant at) {
        db.sql(INSERT)
                .param("id", id)
                .param("kind", kind)
                .param("wish", wish)
                .param("undoes", undoes)
                .param("total", total)
                .param("actor", actor.code())
                .param("at", Db.timestamp(at))
                .update();
    }

    Optional<JobRow> find(long id) {
        return db.sql(FIND).param("id", id).query((row, n) -> job(row)).optional();
    }

    /** The newest first; of one actor, or of all. */
    List<JobRow> list(@Nullable Actor actor, long before, int limit) {
        return (actor == null ? db.sql(LIST) : db.sql(LIST_OF).param("actor", actor.code()))
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query((row, n) -> job(row))
                .list();
    }

    List<Long> running(int limit) {
        return db.sql(RUNNING).param("limit", limit).query(Long.class).list();
    }

    /** The job, locked until the transaction ends. */
    Optional<JobRow> lock(long id) {
        return db.sql(LOCK).param("id", id).query(Long.class).optional().flatMap(this::find);
    }

    /** The same, if it runs and nobody else is at work on it. */
    Optional<JobRow> lockToWork(long id) {
        return db.sql(LOCK_TO_WORK)
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::find)
                .filter(job -> job.state() == JobState.RUNNING);
    }

    void advance(long id, int done, int refused, boolean over, Instant at) {
        db.sql(ADVANCE)
                .param("id", id)
                .param("done", done)
                .param("refused", refused)
                .param("over", over)
                .param("at", Db.timestamp(at))
                .update();
    }

    boolean stop(long id, Instant at) {
        return db.sql(STOP).param("id", id).param("at", Db.timestamp(at)).update() == 1;
    }

    private static JobRow job(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("wish"),
                Db.longOrNull(row, "undoes"),
                Db.longOrNull(row, "undone_by"),
                JobState.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getBoolean("undoable"),
                Actor.of(row.getString("actor")),
                Db.instantNotNull(row, "started_at"),
                Db.instant(row, "ended_at"));
    }
}
