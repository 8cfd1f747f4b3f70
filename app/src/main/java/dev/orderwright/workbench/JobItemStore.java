package dev.orderwright.workbench;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Sql;
import dev.orderwright.workbench.JobKind.Done;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of what jobs deal with, subject by subject. */
@Repository
class JobItemStore {

    static final Sql INSERT = Sql.of("""
            insert into workbench.job_item (job_id, subject, state)
            select :job, subject, 'WAITING' from unnest(:subjects::bigint[]) as subject
            """);

    static final Sql INSERT_UNDO = Sql.of("""
            insert into workbench.job_item (job_id, subject, state, given)
            select :job, subject, 'WAITING', undo
              from workbench.job_item
             where job_id = :undoes and state = 'DONE' and undo <> ''
            """);

    static final Sql COUNT_UNDO = Sql.of("""
            select count(*) from workbench.job_item where job_id = :job and state = 'DONE' and undo <> ''
            """);

    static final Sql WAITING = Sql.of("""
            select subject, given
              from workbench.job_item
             where job_id = :job and state = 'WAITING'
             order by subject
             limit :limit
            """);

    static final Sql RECORD = Sql.of("""
            update workbench.job_item i
               set state = became.state, undo = became.undo, code = became.code, reason = became.reason
              from unnest(:subjects::bigint[], :states::text[], :undos::text[], :codes::text[], :reasons::text[])
                   as became (subject, state, undo, code, reason)
             where i.job_id = :job and i.subject = became.subject and i.state = 'WAITING'
            """);

    static final Sql LEAVE = Sql.of("""
            update workbench.job_item set state = 'LEFT' where job_id = :job and state = 'WAITING'
            """);

    static final Sql REFUSED = Sql.of("""
            select subject, code, reason
              from workbench.job_item
             where job_id = :job and state = 'REFUSED' and subject > :after
             order by subject
             limit :limit
            """);

    private final Db db;

    JobItemStore(Db db) {
        this.db = db;
    }

    void insert(long job, Collection<Long> subjects) {
        db.sql(INSERT).param("job", job).param("subjects", longs(subjects)).update();
    }

    /** What a job has done becomes what another one takes back. */
    void insertUndo(long job, long undoes) {
        db.sql(INSERT_UNDO).param("job", job).param("undoes", undoes).update();
    }

    int countUndo(long job) {
        return db.sql(COUNT_UNDO).param("job", job).query(Integer.class).single();
    }

    /** The next ones, with what an earlier job has said about them. */
    List<Done> waiting(long job, int limit) {
        return db.sql(WAITING)
                .param("job", job)
                .param("limit", limit)
                .query((row, n) -> new Done(row.getLong("subject"), row.getString("given")))
                .list();
    }

    void record(long job, List<Done> items, List<Outcome<String>> outcomes) {
        int n = items.size();
        String[][] texts = new String[4][n];
        for (int i = 0; i < n; i++) {
            switch (outcomes.get(i)) {
                case Outcome.Done<String>(String undo, boolean replayed) -> set(texts, i, "DONE", undo, "", "");
                case Outcome.Refused<String>(List<Refusal> refusals) -> {
                    Refusal first = refusals.getFirst();
                    set(texts, i, "REFUSED", "", first.code(), first.reason());
                }
            }
        }
        int written = db.sql(RECORD)
                .param("job", job)
                .param("subjects", longs(items.stream().map(Done::subject).toList()))
                .param("states", texts[0])
                .param("undos", texts[1])
                .param("codes", texts[2])
                .param("reasons", texts[3])
                .update();
        if (written != n) {
            throw new IllegalStateException("noted " + written + " of " + n + " subjects of job " + job);
        }
    }

    private static void set(String[][] texts, int i, String... values) {
        for (int k = 0; k < values.length; k++) {
            texts[k][i] = values[k];
        }
    }

    /** Nothing will happen to those that still wait. */
    void leave(long job) {
        db.sql(LEAVE).param("job", job).update();
    }

    /** A subject that was refused. */
    record Refused(long subject, String code, String reason) {}

    List<Refused> refused(long job, long after, int limit) {
        return db.sql(REFUSED)
                .param("job", job)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query((row, n) -> new Refused(row.getLong("subject"), row.getString("code"), row.getString("reason")))
                .list();
    }

    private static long[] longs(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
