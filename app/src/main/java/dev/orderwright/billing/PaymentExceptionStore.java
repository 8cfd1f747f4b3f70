package dev.orderwright.billing;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What went wrong with payments, by the same partial indexes as the lists of payments. */
@Repository
class PaymentExceptionStore {

    private static final String TRANSACTION = """
            select t.order_id, t.id, t.payment_id, t.kind, t.purpose, t.invoice_id, t.amount_minor, p.currency,
                   p.provider, p.method, t.state, t.attempts, t.lookups, t.reference, t.failure_code, t.failure_reason,
                   t.attention, t.attention_at, t.requested_at, t.answered_at
              from billing.payment_transaction t
              join billing.payment p on p.order_id = t.order_id and p.id = t.payment_id
            """;

    private static final String ATTENTION = TRANSACTION + " where t.attention is not null";
    private static final String UNKNOWN = TRANSACTION + """
             where t.state in ('PENDING', 'UNKNOWN') and t.state = 'UNKNOWN' and t.attention is null
               and t.requested_at <= :before
            """;
    private static final String PAGE = " and t.id > :after order by t.id limit :limit";
    private static final String SOME = " and t.id = any(:ids::bigint[]) order by t.id";

    static final Sql NEEDS_SOMEBODY = Sql.of(ATTENTION + PAGE);
    static final Sql STILL_NEEDS_SOMEBODY = Sql.of(ATTENTION + SOME);
    static final Sql NOT_KNOWN = Sql.of(UNKNOWN + PAGE);
    static final Sql STILL_NOT_KNOWN = Sql.of(UNKNOWN + SOME);

    static final Sql OF_ORDER = Sql.of("""
            select t.id from billing.payment_transaction t where t.order_id = :order order by t.id
            """);

    private final Db db;

    PaymentExceptionStore(Db db) {
        this.db = db;
    }

    List<Long> ofOrder(long orderId) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    List<PaymentTransaction> needsSomebody(long after, int limit) {
        return db.sql(NEEDS_SOMEBODY)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(PaymentReadStore.TRANSACTION)
                .list();
    }

    List<PaymentTransaction> stillNeedsSomebody(Collection<Long> ids) {
        return db.sql(STILL_NEEDS_SOMEBODY)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(PaymentReadStore.TRANSACTION)
                .list();
    }

    List<PaymentTransaction> notKnown(Instant before, long after, int limit) {
        return db.sql(NOT_KNOWN)
                .param("before", Db.timestamp(before))
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(PaymentReadStore.TRANSACTION)
                .list();
    }

    List<PaymentTransaction> stillNotKnown(Instant before, Collection<Long> ids) {
        return db.sql(STILL_NOT_KNOWN)
                .param("before", Db.timestamp(before))
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(PaymentReadStore.TRANSACTION)
                .list();
    }
}
