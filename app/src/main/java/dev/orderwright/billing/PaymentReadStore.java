package dev.orderwright.billing;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** What is read of payments for people and programs. The payer's token is not. */
@Repository
class PaymentReadStore {

    static final Sql PAYMENTS = Sql.of("""
            select order_id, id, provider, method, currency, amount_minor, authorisation, stopped, authorised_minor,
                   capture_asked_minor, captured_minor, void_asked_minor, voided_minor, refund_asked_minor,
                   refunded_minor, created_at
              from billing.payment
             where order_id = :order
             order by id
            """);

    static final Sql TRANSACTIONS = Sql.of("""
            select t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, p.currency,
                   p.provider, p.method, t.state, t.attempts, t.lookups, t.reference, t.failure_code, t.failure_reason,
                   t.attention, t.attention_at, t.requested_at, t.answered_at
              from billing.payment_transaction t
              join billing.payment p on p.order_id = t.order_id and p.id = t.payment_id
             where t.order_id = :order
             order by t.id
            """);

    static final Sql ATTENTION = Sql.of("""
            select t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, p.currency,
                   p.provider, p.method, t.state, t.attempts, t.lookups, t.reference, t.failure_code, t.failure_reason,
                   t.attention, t.attention_at, t.requested_at, t.answered_at
              from billing.payment_transaction t
              join billing.payment p on p.order_id = t.order_id and p.id = t.payment_id
             where t.attention is not null and t.id > :after
             order by t.id
             limit :limit
            """);

    static final Sql WAITING = Sql.of("""
            select t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, p.currency,
                   p.provider, p.method, t.state, t.attempts, t.lookups, t.reference, t.failure_code, t.failure_reason,
                   t.attention, t.attention_at, t.requested_at, t.answered_at
              from billing.payment_transaction t
              join billing.payment p on p.order_id = t.order_id and p.id = t.payment_id
             where t.state in ('PENDING', 'UNKNOWN') and t.state = :state and t.id > :after
             order by t.id
             limit :limit
            """);

    static final Sql COUNTS = Sql.of("""
            select (select count(*) from (select 1 from billing.payment_transaction
                                           where attention is not null limit 10001) a) as attention,
                   count(*) filter (where state = 'UNKNOWN') as unknown,
                   count(*) filter (where state = 'PENDING') as pending,
                   min(requested_at) filter (where state = 'UNKNOWN') as oldest_unknown
              from billing.payment_transaction
             where state in ('PENDING', 'UNKNOWN')
            """);

    static final Sql ASKED = Sql.of("""
            select count(*) as requests, min(requested_at) as oldest
              from billing.payment_transaction
             where state in ('PENDING', 'UNKNOWN') and state = :state
            """);

    static final Sql NEEDING_ATTENTION = Sql.of("""
            select count(*) as requests, min(attention_at) as oldest
              from billing.payment_transaction
             where attention is not null
            """);

    static final RowMapper<PaymentTransaction> TRANSACTION = (row, n) -> new PaymentTransaction(
            row.getLong("order_id"),
            row.getLong("id"),
            row.getLong("payment_id"),
            TransactionKind.valueOf(row.getString("kind")),
            row.getString("purpose"),
            Db.longOrNull(row, "invoice_id"),
            row.getLong("amount_minor"),
            row.getString("currency"),
            row.getString("provider"),
            row.getString("method"),
            TransactionState.valueOf(row.getString("state")),
            row.getInt("attempts"),
            row.getInt("lookups"),
            row.getString("reference"),
            row.getString("failure_code"),
            row.getString("failure_reason"),
            row.getString("attention"),
            Db.instant(row, "attention_at"),
            Db.instantNotNull(row, "requested_at"),
            Db.instant(row, "answered_at"));

    private final Db db;

    PaymentReadStore(Db db) {
        this.db = db;
    }

    List<Payment> payments(long orderId) {
        return db.sql(PAYMENTS)
                .param("order", orderId)
                .query((row, n) -> new Payment(
                        row.getLong("order_id"),
                        row.getLong("id"),
                        row.getString("provider"),
                        row.getString("method"),
                        row.getString("currency"),
                        row.getLong("amount_minor"),
                        row.getString("authorisation"),
                        row.getBoolean("stopped"),
                        PaymentStore.amounts(row),
                        Db.instantNotNull(row, "created_at")))
                .list();
    }

    List<PaymentTransaction> transactions(long orderId) {
        return db.sql(TRANSACTIONS).param("order", orderId).query(TRANSACTION).list();
    }

    List<PaymentTransaction> attention(long after, int limit) {
        return db.sql(ATTENTION)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(TRANSACTION)
                .list();
    }

    List<PaymentTransaction> waiting(TransactionState state, long after, int limit) {
        return db.sql(WAITING)
                .param("state", state.name())
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(TRANSACTION)
                .list();
    }

    Backlog asked(TransactionState state) {
        return db.sql(ASKED)
                .param("state", state.name())
                .query((row, n) -> new Backlog(row.getLong("requests"), Db.instant(row, "oldest")))
                .single();
    }

    Backlog needingAttention() {
        return db.sql(NEEDING_ATTENTION)
                .query((row, n) -> new Backlog(row.getLong("requests"), Db.instant(row, "oldest")))
                .single();
    }

    Invoices.PaymentCounts counts() {
        return db.sql(COUNTS)
                .query((row, n) -> new Invoices.PaymentCounts(
                        row.getLong("attention"),
                        row.getLong("unknown"),
                        row.getLong("pending"),
                        Db.instant(row, "oldest_unknown")))
                .single();
    }
}
