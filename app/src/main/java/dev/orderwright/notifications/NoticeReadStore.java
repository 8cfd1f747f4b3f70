package dev.orderwright.notifications;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements that read messages, and what is mailed. */
@Repository
class NoticeReadStore {

    private static final String SELECT = """
            select id, order_id, kind, occasion, recipient, message_id, subject, plain, html, attached, state, reason, tries,
                   due_at, asked_by, written_at, ended_at
              from notifications.notice
            """;

    static final Sql FIND = Sql.of(SELECT + """
             where id = :id
            """);

    static final Sql OF_ORDER = Sql.of(SELECT + """
             where order_id = :order
             order by id desc
             limit :limit
            """);

    static final Sql LIST = Sql.of(SELECT + """
             where state = any(:states::text[]) and id < :before
             order by id desc
             limit :limit
            """);

    static final Sql COUNTS = Sql.of("""
            select s.state, (select count(*) from (select 1 from notifications.notice n
                                                    where n.state = s.state limit 10001) first) as notices
              from unnest(:states::text[]) as s (state)
            """);

    static final Sql OLDEST = Sql.of("""
            select min(written_at) as oldest
              from notifications.notice
             where state in ('WAITING', 'SENDING', 'ATTENTION') and state = any(:states::text[])
            """);
    private static final String NOT_SENT = """
            select id, order_id, kind, reason, html <> '' as written, coalesce(ended_at, written_at) as since
              from notifications.notice
             where state = 'ATTENTION'
            """;

    static final Sql UNMAILED = Sql.of(NOT_SENT + " and id > :after order by id limit :limit");
    static final Sql STILL_UNMAILED = Sql.of(NOT_SENT + " and id = any(:ids::bigint[]) order by id");

    static final Sql MAILED = Sql.of("""
            select kind, mailed, version from notifications.mailed_kind
            """);

    static final Sql SWITCH = Sql.of("""
            update notifications.mailed_kind set mailed = :mailed, version = version + 1
             where kind = :kind and mailed <> :mailed
            """);

    private final Db db;

    NoticeReadStore(Db db) {
        this.db = db;
    }

    Optional<Notice> find(long id) {
        return db.sql(FIND).param("id", id).query(NoticeStore::notice).optional();
    }

    List<Notice> ofOrder(long orderId, int limit) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .param("limit", limit)
                .query(NoticeStore::notice)
                .list();
    }

    List<Notice> list(Collection<NoticeState> states, long before, int limit) {
        return db.sql(LIST)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(NoticeStore::notice)
                .list();
    }

    Map<NoticeState, Long> counts(Collection<NoticeState> states) {
        Map<NoticeState, Long> counts = new EnumMap<>(NoticeState.class);
        db.sql(COUNTS)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(NoticeState.valueOf(row.getString("state")), row.getLong("notices"));
                });
        return counts;
    }

    @Nullable
    Instant oldest(Collection<NoticeState> states) {
        return db.sql(OLDEST)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .<@Nullable Instant>query((row, n) -> Db.instant(row, "oldest"))
                .list()
                .getFirst();
    }

    /**
     * A message that waits for somebody, without what it says.
     *
     * @param isWritten whether there is anything to send
     */
    record Unmailed(long id, long orderId, NoticeKind kind, String reason, boolean isWritten, Instant since) {}

    /** The oldest first. */
    List<Unmailed> unmailed(long after, int limit) {
        return db.sql(UNMAILED)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(NoticeReadStore::unmailed)
                .list();
    }

    List<Unmailed> stillUnmailed(Collection<Long> ids) {
        return db.sql(STILL_UNMAILED)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(NoticeReadStore::unmailed)
                .list();
    }

    private static Unmailed unmailed(ResultSet row, int n) throws SQLException {
        return new Unmailed(
                row.getLong("id"),
                row.getLong("order_id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getBoolean("written"),
                Db.instantNotNull(row, "since"));
    }

    Map<NoticeKind, Boolean> mailed() {
        Map<NoticeKind, Boolean> mailed = new EnumMap<>(NoticeKind.class);
        db.sql(MAILED).query(row -> {
            mailed.put(NoticeKind.valueOf(row.getString("kind")), row.getBoolean("mailed"));
        });
        return mailed;
    }

    /** Whether it was otherwise before. */
    boolean turn(NoticeKind kind, boolean mailed) {
        return db.sql(SWITCH).param("kind", kind.name()).param("mailed", mailed).update() == 1;
    }
}
