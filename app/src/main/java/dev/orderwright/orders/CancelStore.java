package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on requests to cancel units at a node. */
@Repository
class CancelStore {

    static final Sql INSERT = Sql.of("""
            insert into orders.cancel_request (id, order_id, line_no, first_unit, quantity, fulfilment_id, reason, state,
                                               asked_by, asked_at)
            select r.id, r.order_id, r.line_no, r.first_unit, r.quantity, r.fulfilment_id, :reason, 'ASKED', :by, :at
              from unnest(:ids::bigint[], :orders::bigint[], :lines::integer[], :firsts::bigint[],
                          :quantities::bigint[], :fulfilments::bigint[])
                   as r (id, order_id, line_no, first_unit, quantity, fulfilment_id)
            """);

    static final Sql ASKED_OF_ORDERS = Sql.of("""
            select id, order_id, line_no, first_unit, quantity, fulfilment_id, reason, state, asked_by, asked_at, answer
              from orders.cancel_request
             where order_id = any(:orders::bigint[]) and state = 'ASKED'
             order by id
            """);

    static final Sql OF_ORDER = Sql.of("""
            select id, order_id, line_no, first_unit, quantity, fulfilment_id, reason, state, asked_by, asked_at, answer
              from orders.cancel_request
             where order_id = :order
             order by id
            """);

    static final Sql ASKED_OF_FULFILMENTS = Sql.of("""
            select id, order_id, line_no, first_unit, quantity, fulfilment_id, reason, state, asked_by, asked_at, answer
              from orders.cancel_request
             where fulfilment_id = any(:fulfilments::bigint[]) and state = 'ASKED'
             order by id
            """);

    static final Sql ANSWER = Sql.of("""
            update orders.cancel_request
               set state = :state, answered_by = :by, answered_at = :at, answer = :answer
             where id = any(:ids::bigint[]) and state = 'ASKED'
            """);

    private static final RowMapper<CancelRequest> ROW = (row, n) -> new CancelRequest(
            row.getLong("id"),
            row.getLong("order_id"),
            row.getInt("line_no"),
            row.getLong("first_unit"),
            row.getLong("quantity"),
            row.getLong("fulfilment_id"),
            row.getString("reason"),
            row.getString("state"),
            row.getString("asked_by"),
            Db.instantNotNull(row, "asked_at"),
            row.getString("answer"));

    private final Db db;

    CancelStore(Db db) {
        this.db = db;
    }

    void insert(List<CancelRequest> requests, String reason, String by, Instant at) {
        db.sql(INSERT)
                .param("ids", requests.stream().mapToLong(CancelRequest::id).toArray())
                .param(
                        "orders",
                        requests.stream().mapToLong(CancelRequest::orderId).toArray())
                .param(
                        "lines",
                        requests.stream().mapToInt(CancelRequest::lineNo).toArray())
                .param(
                        "firsts",
                        requests.stream().mapToLong(CancelRequest::firstUnit).toArray())
                .param(
                        "quantities",
                        requests.stream().mapToLong(CancelRequest::quantity).toArray())
                .param(
                        "fulfilments",
                        requests.stream().mapToLong(CancelRequest::fulfilmentId).toArray())
                .param("reason", reason)
                .param("by", by)
                .param("at", Db.timestamp(at))
                .update();
    }

    List<CancelRequest> askedOfOrders(Collection<Long> orderIds) {
        return db.sql(ASKED_OF_ORDERS)
                .param("orders", SliceStore.longs(orderIds))
                .query(ROW)
                .list();
    }

    List<CancelRequest> askedOfFulfilments(Collection<Long> fulfilmentIds) {
        return db.sql(ASKED_OF_FULFILMENTS)
                .param("fulfilments", SliceStore.longs(fulfilmentIds))
                .query(ROW)
                .list();
    }

    List<CancelRequest> ofOrder(long orderId) {
        return db.sql(OF_ORDER).param("order", orderId).query(ROW).list();
    }

    void answer(Collection<Long> ids, String state, String by, Instant at, String answer) {
        db.sql(ANSWER)
                .param("ids", SliceStore.longs(ids))
                .param("state", state)
                .param("by", by)
                .param("at", Db.timestamp(at))
                .param("answer", answer)
                .update();
    }
}
