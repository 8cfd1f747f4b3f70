package dev.orderwright.billing;

import static dev.orderwright.billing.Columns.longs;
import static dev.orderwright.billing.Columns.texts;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements on payments. Their orders are locked. */
@Repository
class PaymentStore {

    static final Sql INSERT = Sql.of("""
            insert into billing.payment
                   (order_id, id, provider, method, token, currency, amount_minor, authorisation, authorised_minor,
                    created_at)
            select * from unnest(:orders::bigint[], :ids::bigint[], :providers::text[], :methods::text[],
                                 :tokens::text[], :currencies::text[], :amounts::bigint[], :authorisations::text[],
                                 :authorised::bigint[], :at::timestamptz[])
            """);

    static final Sql BALANCES = Sql.of("""
            select order_id, id, currency, authorisation, stopped, authorised_minor, capture_asked_minor,
                   captured_minor, void_asked_minor, voided_minor, refund_asked_minor, refunded_minor
              from billing.payment
             where order_id = any(:orders::bigint[])
             order by order_id, id
            """);

    static final Sql UPDATE = Sql.of("""
            update billing.payment p
               set authorisation = n.authorisation, stopped = n.stopped, authorised_minor = n.authorised,
                   capture_asked_minor = n.capture_asked, captured_minor = n.captured,
                   void_asked_minor = n.void_asked, voided_minor = n.voided,
                   refund_asked_minor = n.refund_asked, refunded_minor = n.refunded
              from unnest(:orders::bigint[], :ids::bigint[], :authorisations::text[], :stopped::boolean[],
                          :authorised::bigint[], :captureAsked::bigint[], :captured::bigint[], :voidAsked::bigint[],
                          :voided::bigint[], :refundAsked::bigint[], :refunded::bigint[])
                   as n (order_id, id, authorisation, stopped, authorised, capture_asked, captured, void_asked, voided,
                         refund_asked, refunded)
             where p.order_id = n.order_id and p.id = n.id
            """);

    private final Db db;

    PaymentStore(Db db) {
        this.db = db;
    }

    /** A payment that is added, with how it is to be paid. */
    record NewPaymentRow(
            PaymentBalance balance, String provider, String method, String token, long amount, Instant at) {}

    void insert(List<NewPaymentRow> rows) {
        db.sql(INSERT)
                .param("orders", longs(rows, r -> r.balance().orderId()))
                .param("ids", longs(rows, r -> r.balance().id()))
                .param("providers", texts(rows, NewPaymentRow::provider))
                .param("methods", texts(rows, NewPaymentRow::method))
                .param("tokens", texts(rows, NewPaymentRow::token))
                .param("currencies", texts(rows, r -> r.balance().currency()))
                .param("amounts", longs(rows, NewPaymentRow::amount))
                .param("authorisations", texts(rows, r -> r.balance().authorisation()))
                .param("authorised", longs(rows, r -> r.balance().amounts().authorised()))
                .param("at", Db.timestamps(rows.stream().map(NewPaymentRow::at).toList()))
                .later();
    }

    List<PaymentBalance> balances(Collection<Long> orderIds) {
        return db.sql(BALANCES)
                .param("orders", longs(orderIds))
                .query((row, n) -> new PaymentBalance(
                        row.getLong("order_id"),
                        row.getLong("id"),
                        row.getString("currency"),
                        row.getString("authorisation"),
                        row.getBoolean("stopped"),
                        amounts(row)))
                .list();
    }

    static PaymentAmounts amounts(ResultSet row) throws SQLException {
        return new PaymentAmounts(
                row.getLong("authorised_minor"),
                row.getLong("capture_asked_minor"),
                row.getLong("captured_minor"),
                row.getLong("void_asked_minor"),
                row.getLong("voided_minor"),
                row.getLong("refund_asked_minor"),
                row.getLong("refunded_minor"));
    }

    void update(List<PaymentBalance> payments) {
        if (payments.isEmpty()) {
            return;
        }
        db.sql(UPDATE)
                .param("orders", longs(payments, PaymentBalance::orderId))
                .param("ids", longs(payments, PaymentBalance::id))
                .param("authorisations", texts(payments, PaymentBalance::authorisation))
                .param("stopped", payments.stream().map(PaymentBalance::stopped).toArray(Boolean[]::new))
                .param("authorised", longs(payments, p -> p.amounts().authorised()))
                .param("captureAsked", longs(payments, p -> p.amounts().captureAsked()))
                .param("captured", longs(payments, p -> p.amounts().captured()))
                .param("voidAsked", longs(payments, p -> p.amounts().voidAsked()))
                .param("voided", longs(payments, p -> p.amounts().voided()))
                .param("refundAsked", longs(payments, p -> p.amounts().refundAsked()))
                .param("refunded", longs(payments, p -> p.amounts().refunded()))
                .update();
    }
}
