package dev.orderwright.channels;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Imports that somebody has to look at: those that failed, and those that could not take every row. */
@Repository
class ImportExceptionStore {

    /** Rows are counted as far as anybody wants to know. */
    private static final String IMPORT = """
            select j.id, j.kind, j.problem, coalesce(j.ended_at, j.updated_at) as since,
                   (select count(*) from (select 1 from channels.import_exception e
                                           where e.import_id = j.id limit 10001) counted) as rows
              from channels.import_job j
             where j.settled_at is null and not j.dry_run and j.state = :state
            """;

    private static final String WITH_ROWS =
            " and exists (select 1 from channels.import_exception e where e.import_id = j.id)";
    private static final String PAGE = " and j.id > :after order by j.id limit :limit";
    private static final String SOME = " and j.id = any(:ids::bigint[]) order by j.id";

    static final Sql ENDED = Sql.of(IMPORT + PAGE);
    static final Sql STILL_ENDED = Sql.of(IMPORT + SOME);
    static final Sql ROWS_LEFT = Sql.of(IMPORT + WITH_ROWS + PAGE);
    static final Sql STILL_ROWS_LEFT = Sql.of(IMPORT + WITH_ROWS + SOME);

    static final Sql SETTLE = Sql.of("""
            update channels.import_job
               set settled_at = :at, settled_by = :by, settled_reason = :reason, updated_at = :at
             where id = :id and settled_at is null and state <> 'RUNNING'
            """);

    private final Db db;

    ImportExceptionStore(Db db) {
        this.db = db;
    }

    /**
     * An import that somebody has to look at.
     *
     * @param problem JSON of why it failed; null when it did not
     * @param rows that could not be taken, counted up to a limit
     */
    record Unsettled(long id, String kind, @Nullable String problem, Instant since, long rows) {}

    List<Unsettled> failed(long after, int limit) {
        return page(db.sql(ENDED).param("state", ImportState.FAILED.name()), after, limit);
    }

    List<Unsettled> stillFailed(Collection<Long> ids) {
        return some(db.sql(STILL_ENDED).param("state", ImportState.FAILED.name()), ids);
    }

    List<Unsettled> withRows(long after, int limit) {
        return page(db.sql(ROWS_LEFT).param("state", ImportState.DONE.name()), after, limit);
    }

    List<Unsettled> stillWithRows(Collection<Long> ids) {
        return some(db.sql(STILL_ROWS_LEFT).param("state", ImportState.DONE.name()), ids);
    }

    private static List<Unsettled> page(SqlCall statement, long after, int limit) {
        return statement
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(ImportExceptionStore::unsettled)
                .list();
    }

    private static List<Unsettled> some(SqlCall statement, Collection<Long> ids) {
        return statement
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(ImportExceptionStore::unsettled)
                .list();
    }

    private static Unsettled unsettled(ResultSet row, int n) throws SQLException {
        return new Unsettled(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("problem"),
                Db.instantNotNull(row, "since"),
                row.getLong("rows"));
    }

    /** False when somebody has settled it before, or it runs. */
    boolean settle(long id, String reason, Actor by, Instant at) {
        return db.sql(SETTLE)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by.code())
                        .param("at", Db.timestamp(at))
                        .update()
                == 1;
    }
}
