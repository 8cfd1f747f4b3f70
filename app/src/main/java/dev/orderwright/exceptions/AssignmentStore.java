package dev.orderwright.exceptions;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of who looks after what. */
@Repository
class AssignmentStore {

    private static final String SELECT = """
            select cause, subject, owner, note, assigned_by, assigned_at, put_off_until, version
              from exceptions.assignment
            """;

    static final Sql FIND = Sql.of(SELECT + """
             where cause = :cause and subject = any(:subjects::bigint[])
            """);

    static final Sql OF_OWNER = Sql.of(SELECT + """
             where owner = :owner and owner <> '' and cause = :cause and subject > :after
             order by subject
             limit :limit
            """);

    static final Sql OF_OWNER_EVERYWHERE = Sql.of(SELECT + """
             where owner = :owner and owner <> ''
             order by cause, subject
             limit :limit
            """);

    static final Sql PUT_OFF = Sql.of(SELECT + """
             where cause = :cause and put_off_until is not null and put_off_until > :now and subject > :after
             order by subject
             limit :limit
            """);

    /** Rows are there before they are locked, so that two who come at once meet. */
    static final Sql BEGIN = Sql.of("""
            insert into exceptions.assignment (cause, subject, assigned_by, assigned_at)
            select :cause, s.subject, :by, :at
              from unnest(:subjects::bigint[]) as s (subject)
            on conflict do nothing
            """);

    static final Sql LOCK = Sql.of(SELECT + """
             where cause = :cause and subject = any(:subjects::bigint[])
             order by subject
               for update
            """);

    static final Sql ASSIGN = Sql.of("""
            update exceptions.assignment
               set owner = :owner, note = :note, assigned_by = :by, assigned_at = :at, version = version + 1
             where cause = :cause and subject = any(:subjects::bigint[])
            """);

    static final Sql PUT_OFF_UNTIL = Sql.of("""
            update exceptions.assignment
               set put_off_until = :until::timestamptz, assigned_by = :by, assigned_at = :at, version = version + 1
             where cause = :cause and subject = any(:subjects::bigint[])
            """);

    static final Sql NEXT = Sql.of(SELECT + """
             where (cause, subject) > (:cause, :subject::bigint)
             order by cause, subject
             limit :limit
            """);

    /** Not what somebody has touched since it was read. */
    static final Sql FORGET = Sql.of("""
            delete from exceptions.assignment a
             using unnest(:causes::text[], :subjects::bigint[], :versions::integer[]) as g (cause, subject, version)
             where a.cause = g.cause and a.subject = g.subject and a.version = g.version
            """);

    private final Db db;

    AssignmentStore(Db db) {
        this.db = db;
    }

    List<Assignment> find(String cause, Collection<Long> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : db.sql(FIND)
                        .param("cause", cause)
                        .param("subjects", longs(subjects))
                        .query(AssignmentStore::assignment)
                        .list();
    }

    List<Assignment> ofOwner(String cause, Actor owner, long after, int limit) {
        return db.sql(OF_OWNER)
                .param("cause", cause)
                .param("owner", owner.code())
                .param("after", after)
                .param("limit", limit)
                .query(AssignmentStore::assignment)
                .list();
    }

    List<Assignment> ofOwner(Actor owner, int limit) {
        return db.sql(OF_OWNER_EVERYWHERE)
                .param("owner", owner.code())
                .param("limit", limit)
                .query(AssignmentStore::assignment)
                .list();
    }

    List<Assignment> putOff(String cause, Instant now, long after, int limit) {
        return db.sql(PUT_OFF)
                .param("cause", cause)
                .param("now", Db.timestamp(now))
                .param("after", after)
                .param("limit", limit)
                .query(AssignmentStore::assignment)
                .list();
    }

    /** Those of these subjects, new where there was none, locked until the transaction ends. */
    List<Assignment> lock(String cause, Set<Long> subjects, Actor by, Instant at) {
        db.sql(BEGIN)
                .param("cause", cause)
                .param("subjects", longs(subjects))
                .param("by", by.code())
                .param("at", Db.timestamp(at))
                .update();
        return db.sql(LOCK)
                .param("cause", cause)
                .param("subjects", longs(subjects))
                .query(AssignmentStore::assignment)
                .list();
    }

    void assign(String cause, Collection<Long> subjects, @Nullable Actor owner, String note, Actor by, Instant at) {
        db.sql(ASSIGN)
                .param("cause", cause)
                .param("subjects", longs(subjects))
                .param("owner", owner == null ? "" : owner.code())
                .param("note", note)
                .param("by", by.code())
                .param("at", Db.timestamp(at))
                .update();
    }

    void putOff(String cause, Collection<Long> subjects, @Nullable Instant until, Actor by, Instant at) {
        db.sql(PUT_OFF_UNTIL)
                .param("cause", cause)
                .param("subjects", longs(subjects))
                .param("until", Db.timestamp(until))
                .param("by", by.code())
                .param("at", Db.timestamp(at))
                .update();
    }

    List<Assignment> next(String afterCause, long afterSubject, int limit) {
        return db.sql(NEXT)
                .param("cause", afterCause)
                .param("subject", afterSubject)
                .param("limit", limit)
                .query(AssignmentStore::assignment)
                .list();
    }

    /** Returns how many there still were as they are given. */
    int forget(List<Assignment> gone) {
        return gone.isEmpty()
                ? 0
                : db.sql(FORGET)
                        .param("causes", gone.stream().map(Assignment::cause).toArray(String[]::new))
                        .param(
                                "subjects",
                                gone.stream().mapToLong(Assignment::subject).toArray())
                        .param(
                                "versions",
                                gone.stream().mapToInt(Assignment::version).toArray())
                        .update();
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static Assignment assignment(ResultSet row, int n) throws SQLException {
        String owner = row.getString("owner");
        return new Assignment(
                row.getString("cause"),
                row.getLong("subject"),
                owner.isEmpty() ? null : Actor.of(owner),
                row.getString("note"),
                Actor.of(row.getString("assigned_by")),
                Db.instantNotNull(row, "assigned_at"),
                Db.instant(row, "put_off_until"),
                row.getInt("version"));
    }
}
