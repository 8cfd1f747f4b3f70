package dev.orderwright.notifications;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
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
