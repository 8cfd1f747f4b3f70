package dev.orderwright.billing;

import static dev.orderwright.billing.Columns.longs;
import static dev.orderwright.billing.Columns.longsOrNull;
import static dev.orderwright.billing.Columns.texts;

import dev.orderwright.billing.MoneyChanges.Ask;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The statements on what is asked of payment providers. Rows are claimed with a lease and a fencing token, without
 * waiting for anybody; a row's outcome is written only by the worker whose token it still has.
 */
@Repository
class TransactionStore {

    static final Sql INSERT = Sql.of("""
            insert into billing.payment_transaction
                   (order_id, id, payment_id, kind, purpose, invoice_id, amount_minor, state, due_at, reference,
                    requested_at, answered_at)
            select a.order_id, a.id, a.payment_id, a.kind, a.purpose, a.invoice_id, a.amount,
                   case when a.reference is null then 'PENDING' else 'SUCCEEDED' end, a.at, a.reference, a.at,
                   case when a.reference is not null then a.at end
              from unnest(:orders::bigint[], :ids::bigint[], :payments::bigint[], :kinds::text[], :purposes::text[],
                          :invoices::bigint[], :amounts::bigint[], :references::text[], :at::timestamptz[])
                   as a (order_id, id, payment_id, kind, purpose, invoice_id, amount, reference, at)
            """);

    // The rest of an authorisation is given back after what is taken of it, as providers want it.
    static final Sql CLAIM_PENDING = Sql.of("""
            with due as (
                select t.order_id, t.id
                  from billing.payment_transaction t
                 where t.state = 'PENDING' and t.due_at <= :now and t.lease_until is null
                   and not (t.kind = 'VOID' and exists (
                            select 1 from billing.payment_transaction c
                             where c.order_id = t.order_id and c.payment_id = t.payment_id and c.kind = 'CAPTURE'
                               and c.state in ('PENDING', 'UNKNOWN')))
                 order by t.due_at, t.id
                 limit :limit
                   for update of t skip locked)
            update billing.payment_transaction t
               set fence = :fence, lease_until = :until, attempts = t.attempts + 1
              from due d, billing.payment p
             where t.order_id = d.order_id and t.id = d.id and p.order_id = t.order_id and p.id = t.payment_id
            returning t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, t.state,
                      t.attempts, t.lookups, t.attention, p.provider, p.token, p.currency, p.authorisation,
                      p.authorised_minor
            """);

    static final Sql CLAIM_UNKNOWN = Sql.of("""
            with due as (
                select t.order_id, t.id
                  from billing.payment_transaction t
                 where t.state = 'UNKNOWN' and t.due_at <= :now and t.lease_until is null
                 order by t.due_at, t.id
                 limit :limit
                   for update of t skip locked)
            update billing.payment_transaction t
               set fence = :fence, lease_until = :until, lookups = t.lookups + 1
              from due d, billing.payment p
             where t.order_id = d.order_id and t.id = d.id and p.order_id = t.order_id and p.id = t.payment_id
            returning t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, t.state,
                      t.attempts, t.lookups, t.attention, p.provider, p.token, p.currency, p.authorisation,
                      p.authorised_minor
            """);

    static final Sql PUT_BACK = Sql.of("""
            update billing.payment_transaction t
               set fence = null, lease_until = null, attempts = t.attempts - 1, due_at = :due
              from unnest(:orders::bigint[], :ids::bigint[]) as b (order_id, id)
             where t.order_id = b.order_id and t.id = b.id and t.fence = :fence
            """);

    // Whoever had claimed it is gone: whether the provider was asked is not known. The token stays, so that a worker
    // that was only slow can still tell what it heard, until the next one looks.
    static final Sql ABANDONED = Sql.of("""
            with gone as (
                select order_id, id
                  from billing.payment_transaction
                 where state in ('PENDING', 'UNKNOWN') and lease_until <= :now
                   for update skip locked)
            update billing.payment_transaction t
               set state = 'UNKNOWN', lease_until = null, due_at = :now
              from gone g
             where t.order_id = g.order_id and t.id = g.id
            """);

    // Found by their keys and told apart by their fence. Asking for the open states would offer the planner the index
    // of what waits, which looks small to it and is walked once for each row.
    static final Sql RECORD = Sql.of("""
            update billing.payment_transaction t
               set state = n.state, reference = coalesce(n.reference, t.reference), failure_code = n.code,
                   failure_reason = n.reason, due_at = n.due, fence = null, lease_until = null,
                   attention = coalesce(n.attention, case when n.state = 'UNKNOWN' then t.attention end),
                   attention_at = case when n.attention is not null then :at
                                       when n.state = 'UNKNOWN' then t.attention_at end,
                   answered_at = case when n.state in ('SUCCEEDED', 'FAILED') then :at end
              from unnest(:orders::bigint[], :ids::bigint[], :states::text[], :references::text[], :codes::text[],
                          :reasons::text[], :due::timestamptz[], :attention::text[])
                   as n (order_id, id, state, reference, code, reason, due, attention)
             where t.order_id = n.order_id and t.id = n.id and t.fence = :fence and t.state not in ('SUCCEEDED', 'FAILED')
            returning t.id
            """);

    static final Sql WITHDRAW = Sql.of("""
            update billing.payment_transaction
               set state = 'FAILED', failure_code = 'withdrawn', failure_reason = 'the order has ended',
                   answered_at = :at
             where order_id = any(:orders::bigint[]) and kind = 'AUTHORISE' and state = 'PENDING' and attempts = 0
            """);

    static final Sql FIND = Sql.of("""
            select order_id, id, payment_id, kind, purpose, invoice_id, amount_minor, state, attempts, lookups, attention
              from billing.payment_transaction
             where order_id = :order and id = :id
            """);

    static final Sql CLEAR_ATTENTION = Sql.of("""
            update billing.payment_transaction
               set attention = null, attention_at = null
             where order_id = :order and id = :id
            """);

    static final Sql MAKE_DUE = Sql.of("""
            update billing.payment_transaction
               set due_at = :at
             where order_id = :order and id = :id and state in ('PENDING', 'UNKNOWN')
            """);

    private final Db db;

    TransactionStore(Db db) {
        this.db = db;
    }

    /** What a worker has claimed, with all that the provider must be told. */
    record Claimed(
            TransactionRow row,
            String provider,
            String token,
            String currency,
            @Nullable String authorisation,
            long authorised) {}

    /** What is to be written about an outcome. */
    record Result(
            TransactionRow row,
            TransactionState state,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String reason,
            Instant due,
            @Nullable String attention) {}

    void insert(List<Ask> asks) {
        if (asks.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("orders", longs(asks, Ask::orderId))
                .param("ids", longs(asks, Ask::id))
                .param("payments", longs(asks, Ask::paymentId))
                .param("kinds", texts(asks, a -> a.kind().name()))
                .param("purposes", texts(asks, Ask::purpose))
                .param("invoices", longsOrNull(asks, Ask::invoiceId))
                .param("amounts", longs(asks, Ask::amount))
                .param("references", texts(asks, Ask::reference))
                .param("at", Db.timestamps(asks.stream().map(Ask::at).toList()))
                .later();
    }

    List<Claimed> claimPending(long fence, Instant now, Instant until, int limit) {
        return claim(CLAIM_PENDING, fence, now, until, limit);
    }

    List<Claimed> claimUnknown(long fence, Instant now, Instant until, int limit) {
        return claim(CLAIM_UNKNOWN, fence, now, until, limit);
    }

    private List<Claimed> claim(Sql sql, long fence, Instant now, Instant until, int limit) {
        return db.sql(sql)
                .param("now", Db.timestamp(now))
                .param("limit", limit)
                .param("fence", fence)
                .param("until", Db.timestamp(until))
                .query((row, n) -> new Claimed(
                        row(row),
                        row.getString("provider"),
                        row.getString("token"),
                        row.getString("currency"),
                        row.getString("authorisation"),
                        row.getLong("authorised_minor")))
                .list();
    }

    private static TransactionRow row(ResultSet row) throws SQLException {
        return new TransactionRow(
                row.getLong("order_id"),
                row.getLong("id"),
                row.getLong("payment_id"),
                TransactionKind.valueOf(row.getString("kind")),
                row.getString("purpose"),
                Db.longOrNull(row, "invoice_id"),
                row.getLong("amount_minor"),
                TransactionState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("lookups"),
                row.getString("attention") != null);
    }

    /** Claimed, but not to be asked yet. */
    void putBack(long fence, List<TransactionRow> rows, Instant due) {
        db.sql(PUT_BACK)
                .param("orders", longs(rows, TransactionRow::orderId))
                .param("ids", longs(rows, TransactionRow::id))
                .param("fence", fence)
                .param("due", Db.timestamp(due))
                .update();
    }

    /** Returns how many were claimed by workers that are gone. */
    int abandoned(Instant now) {
        return db.sql(ABANDONED).param("now", Db.timestamp(now)).update();
    }

    /** Returns the ids that were written: the others had been claimed by somebody else meanwhile. */
    Set<Long> record(long fence, List<Result> results, Instant at) {
        return Set.copyOf(db.sql(RECORD)
                .param("orders", longs(results, o -> o.row().orderId()))
                .param("ids", longs(results, o -> o.row().id()))
                .param("states", texts(results, o -> o.state().name()))
                .param("references", texts(results, Result::reference))
                .param("codes", texts(results, Result::code))
                .param("reasons", texts(results, Result::reason))
                .param("due", Db.timestamps(results.stream().map(Result::due).toList()))
                .param("attention", texts(results, Result::attention))
                .param("fence", fence)
                .param("at", Db.timestamp(at))
                .query(Long.class)
                .list());
    }

    /** Authorisations that nobody has asked for yet and nobody needs any more. */
    void withdraw(Collection<Long> orderIds, Instant at) {
        db.sql(WITHDRAW)
                .param("orders", longs(orderIds))
                .param("at", Db.timestamp(at))
                .update();
    }

    Optional<TransactionRow> find(long orderId, long id) {
        return db.sql(FIND)
                .param("order", orderId)
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    void clearAttention(TransactionRow row) {
        db.sql(CLEAR_ATTENTION)
                .param("order", row.orderId())
                .param("id", row.id())
                .update();
    }

    void makeDue(TransactionRow row, Instant at) {
        db.sql(MAKE_DUE)
                .param("order", row.orderId())
                .param("id", row.id())
                .param("at", Db.timestamp(at))
                .update();
    }
}
