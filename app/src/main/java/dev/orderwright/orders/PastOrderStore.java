package dev.orderwright.orders;

import dev.orderwright.orders.PastOrders.Spot;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads orders of a period with what was not cancelled of them. */
@Repository
class PastOrderStore {

    static final Sql HEADS = Sql.of("""
            select o.id, o.number, o.channel, o.ship_to->>'country' as country, o.ship_to->>'postcode' as postcode,
                   o.method, o.priority, o.placed_at, o.requested_on, o.ship_complete, o.shipments_max, o.only_node_id,
                   o.total_minor, coalesce(o.promised_on, o.requested_on) as due_on
              from orders.sales_order o
             where (o.placed_at, o.id) > (:afterPlaced::timestamptz, :after)
               and o.placed_at >= :from and o.placed_at < :until
               and (:channel::text is null or o.channel = :channel)
               and o.lifecycle in ('PLACED', 'CONFIRMED', 'CLOSED')
             order by o.placed_at, o.id
             limit :limit
            """);

    static final Sql LINES = Sql.of("""
            select l.order_id, l.line_no, l.item_id, l.quantity_decimals, sum(s.quantity) as quantity
              from orders.order_line l
              join orders.slice s using (order_id, line_no)
             where l.order_id = any(:orders::bigint[]) and l.kind = 'STOCKED' and s.state <> 'CANCELLED'
             group by l.order_id, l.line_no
             order by l.order_id, l.line_no
            """);

    private final Db db;

    PastOrderStore(Db db) {
        this.db = db;
    }

    record Head(
            long id,
            String number,
            String channel,
            String country,
            @Nullable String postcode,
            String method,
            Instant placedAt,
            @Nullable LocalDate requestedOn,
            boolean shipComplete,
            int shipmentsMax,
            @Nullable Long onlyNodeId,
            Standing standing) {}

    /** @param quantity what was not cancelled */
    record Line(long orderId, int lineNo, long itemId, long quantity, int quantityDecimals) {}

    List<Head> heads(Instant from, Instant until, @Nullable String channel, Spot after, int limit) {
        return db.sql(HEADS)
                .param("from", Db.timestamp(from))
                .param("until", Db.timestamp(until))
                .param("channel", channel)
                .param("afterPlaced", Db.timestamp(after.placedAt()))
                .param("after", after.id())
                .param("limit", limit)
                .query(PastOrderStore::head)
                .list();
    }

    List<Line> lines(Collection<Long> orderIds) {
        return db.sql(LINES)
                .param("orders", SliceStore.longs(orderIds))
                .query((row, n) -> new Line(
                        row.getLong("order_id"),
                        row.getInt("line_no"),
                        row.getLong("item_id"),
                        row.getLong("quantity"),
                        row.getInt("quantity_decimals")))
                .list();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("country"),
                row.getString("postcode"),
                row.getString("method"),
                Db.instantNotNull(row, "placed_at"),
                Db.date(row, "requested_on"),
                row.getBoolean("ship_complete"),
                row.getInt("shipments_max"),
                Db.longOrNull(row, "only_node_id"),
                new Standing(
                        row.getInt("priority"),
                        row.getString("channel"),
                        row.getLong("total_minor"),
                        Db.date(row, "due_on"),
                        Db.instantNotNull(row, "placed_at")));
    }
}
