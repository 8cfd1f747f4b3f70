package dev.orderwright.notifications;

import dev.orderwright.notifications.Letters.Written;
import dev.orderwright.notifications.RetryRules.Next;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements that keep, claim and record messages. */
@Repository
class NoticeStore {

    /** What is known of an occasion already is left alone. */
    static final Sql INSERT = Sql.of("""
            insert into notifications.notice
                   (id, order_id, kind, occasion, recipient, message_id, subject, plain, html, attached, state, reason,
                    due_at, asked_by, written_at, ended_at)
            select n.id, n.order_id, n.kind, n.occasion, n.recipient, n.message_id, n.subject, n.plain, n.html,
                   n.attached, n.state, n.reason, case when n.state = 'WAITING' then :at::timestamptz end, n.asked_by,
                   :at::timestamptz, case when n.state <> 'WAITING' then :at::timestamptz end
              from unnest(:ids::bigint[], :orders::bigint[], :kinds::text[], :occasions::text[], :recipients::text[],
                          :messageIds::text[], :subjects::text[], :plains::text[], :htmls::text[], :attached::text[],
                          :states::text[], :reasons::text[], :askers::text[])
                   as n (id, order_id, kind, occasion, recipient, message_id, subject, plain, html, attached, state,
                         reason, asked_by)
                on conflict (order_id, kind, occasion) do nothing
            """);

    /** What is due, also what somebody began to send and never came back from; rows that others have are passed by. */
    static final Sql CLAIM = Sql.of("""
            update notifications.notice n
               set state = 'SENDING', fence = :fence, due_at = :lease, tries = n.tries + 1
              from (select id
                      from notifications.notice
                     where state in ('WAITING', 'SENDING') and due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked) d
             where n.id = d.id
            returning n.id, n.order_id, n.kind, n.occasion, n.recipient, n.message_id, n.subject, n.plain, n.html,
                      n.attached, n.state, n.reason, n.tries, n.due_at, n.asked_by, n.written_at, n.ended_at
            """);

    /** Only by whoever claimed it last. */
    static final Sql RECORD = Sql.of("""
            update notifications.notice
               set state = :state, reason = :reason, due_at = :due::timestamptz,
                   ended_at = case when :due::timestamptz is null then :at::timestamptz end
             where id = :id and fence = :fence and state = 'SENDING'
            """);

    static final Sql LOCK = Sql.of("""
            select id, order_id, kind, occasion, recipient, message_id, subject, plain, html, attached, state, reason, tries,
                   due_at, asked_by, written_at, ended_at
              from notifications.notice
             where id = any(:ids::bigint[])
             order by id
               for update
            """);

    /** Nobody who still has an older claim on it can record anything any more. */
    static final Sql DECIDE = Sql.of("""
            update notifications.notice
               set state = :state, reason = :reason, tries = 0, fence = null, due_at = :due::timestamptz,
                   ended_at = case when :due::timestamptz is null then :at::timestamptz end
             where id = any(:ids::bigint[])
            """);

    private final Db db;

    NoticeStore(Db db) {
        this.db = db;
    }

    /**
     * What is kept of a message from the beginning.
     *
     * @param state WAITING, or why it does not wait
     */
    record New(Written written, String messageId, NoticeState state, String reason) {}

    /** Returns how many were new. */
    int insert(List<New> notices, Instant at) {
        return notices.isEmpty()
                ? 0
                : db.sql(INSERT)
                        .param(
                                "ids",
                                notices.stream()
                                        .mapToLong(n -> n.written().id())
                                        .toArray())
                        .param(
                                "orders",
                                notices.stream()
                                        .mapToLong(n -> n.written().wanted().orderId())
                                        .toArray())
                        .param(
                                "kinds",
                                texts(notices, n -> n.written().wanted().kind().name()))
                        .param(
                                "occasions",
                                texts(notices, n -> n.written().wanted().occasion()))
                        .param("recipients", texts(notices, n -> n.written().to()))
                        .param("messageIds", texts(notices, New::messageId))
                        .param("subjects", texts(notices, n -> n.written().subject()))
                        .param("plains", texts(notices, n -> n.written().plain()))
                        .param("htmls", texts(notices, n -> n.written().html()))
                        .param("attached", texts(notices, n -> n.written().attached()))
                        .param("states", texts(notices, n -> n.state().name()))
                        .param("reasons", texts(notices, New::reason))
                        .param(
                                "askers",
                                texts(notices, n -> n.written().wanted().askedBy()))
                        .param("at", Db.timestamp(at))
                        .update();
    }

    private static @Nullable String[] texts(List<New> notices, Function<New, @Nullable String> column) {
        return notices.stream().map(column).toArray(String[]::new);
    }

    List<Notice> claim(long fence, Instant now, Instant lease, int limit) {
        return db.sql(CLAIM)
                .param("fence", fence)
                .param("now", Db.timestamp(now))
                .param("lease", Db.timestamp(lease))
                .param("limit", limit)
                .query(NoticeStore::notice)
                .list();
    }

    /** Whether the claim still held. */
    boolean record(long id, long fence, Next next, Instant at) {
        return db.sql(RECORD)
                        .param("id", id)
                        .param("fence", fence)
                        .param("state", next.state().name())
                        .param("reason", next.reason())
                        .param("due", Db.timestamp(next.dueAt()))
                        .param("at", Db.timestamp(at))
                        .update()
                == 1;
    }

    List<Notice> lock(Collection<Long> ids) {
        return db.sql(LOCK)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(NoticeStore::notice)
                .list();
    }

    void decide(Collection<Long> ids, Next next, Instant at) {
        db.sql(DECIDE)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("state", next.state().name())
                .param("reason", next.reason())
                .param("due", Db.timestamp(next.dueAt()))
                .param("at", Db.timestamp(at))
                .update();
    }

    static Notice notice(ResultSet row, int n) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getLong("order_id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("occasion"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("html"),
                row.getString("attached"),
                NoticeState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("tries"),
                Db.instant(row, "due_at"),
                row.getString("asked_by"),
                Db.instantNotNull(row, "written_at"),
                Db.instant(row, "ended_at"));
    }
}
