package dev.orderwright.orders;

import dev.orderwright.orders.OrderQueries.Bought;
import dev.orderwright.orders.OrderQueries.Sale;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements that only read. */
@Repository
class OrderReadStore {

    static final Sql HEADS = Sql.of(OrderStore.SELECT_HEAD + """
             where id = any(:ids::bigint[])
             order by id
            """);

    static final Sql BY_NUMBER = Sql.of(OrderStore.SELECT_HEAD + """
             where number = :number
            """);

    static final Sql BY_EXTERNAL_ID = Sql.of(OrderStore.SELECT_HEAD + """
             where channel = :channel and external_id = :external
            """);

    static final Sql LINES_OF_CUSTOMER = Sql.of("""
            select l.order_id, l.line_no, l.item_id, l.sku, l.description, l.kind, l.quantity, l.quantity_decimals,
                   l.unit_price, l.net_minor, l.discount_minor, l.shipping_minor, l.tax_minor, l.tax_percent, l.tax_code
              from orders.sales_order o
              join orders.order_line l on l.order_id = o.id
             where o.customer_id = :customer and l.item_id = any(:items::bigint[])
               and exists (select 1 from orders.slice s
                            where s.order_id = l.order_id and s.line_no = l.line_no
                              and s.state not in ('CANCELLED', 'RETURNED', 'LOST'))
             order by o.placed_at desc, o.id desc, l.line_no desc
             limit :limit
            """);

    static final Sql SALES = Sql.of("""
            select l.order_id, l.line_no, o.customer_id, l.item_id, l.unit_price, o.placed_at,
                   coalesce(sum(s.quantity) filter (where s.state = any(:unshipped::text[])), 0)::bigint as unshipped,
                   coalesce(sum(s.quantity) filter (where s.state = any(:shipped::text[])), 0)::bigint as shipped
              from unnest(:customers::bigint[], :items::bigint[]) as w (customer_id, item_id)
              join orders.sales_order o on o.customer_id = w.customer_id
              join orders.order_line l on l.order_id = o.id and l.item_id = w.item_id
              join orders.slice s on s.order_id = l.order_id and s.line_no = l.line_no
             where s.state = any(:unshipped::text[]) or s.state = any(:shipped::text[])
             group by l.order_id, l.line_no, o.customer_id, o.placed_at
             order by l.order_id, l.line_no
            """);

    static final Sql FIRST_ORDERS = Sql.of("""
            select c.id, o.placed_at
              from unnest(:customers::bigint[]) as c (id)
             cross join lateral (select min(placed_at) as placed_at
                                   from orders.sales_order where customer_id = c.id) o
             where o.placed_at is not null
            """);

    static final Sql ADDRESSES = Sql.of("""
            select ship_to, bill_to
              from orders.sales_order
             where customer_id = :customer
             order by id desc
             limit :limit
            """);

    static final Sql DECIMALS = Sql.of("""
            select line_no, quantity_decimals
              from orders.order_line
             where order_id = :order and line_no = any(:lines::integer[])
            """);

    private static final String[] UNSHIPPED = names(
            SliceState.OPEN,
            SliceState.BACKORDERED,
            SliceState.RESERVED,
            SliceState.RELEASED,
            SliceState.PICKED,
            SliceState.PACKED);
    private static final String[] SHIPPED = names(SliceState.SHIPPED, SliceState.DELIVERED);

    private final Db db;
    private final OrderCountStore counts;

    OrderReadStore(Db db) {
        this.db = db;
        this.counts = new OrderCountStore(db);
    }

    List<OrderHead> heads(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(HEADS)
                        .param("ids", SliceStore.longs(ids))
                        .query(OrderStore.HEAD)
                        .list();
    }

    Optional<OrderHead> byNumber(String number) {
        return db.sql(BY_NUMBER).param("number", number).query(OrderStore.HEAD).optional();
    }

    Map<Integer, Integer> decimals(long orderId, Collection<Integer> lineNos) {
        Map<Integer, Integer> decimals = new HashMap<>();
        if (!lineNos.isEmpty()) {
            db.sql(DECIMALS)
                    .param("order", orderId)
                    .param("lines", lineNos.stream().mapToInt(Integer::intValue).toArray())
                    .query(row -> {
                        decimals.put(row.getInt("line_no"), row.getInt("quantity_decimals"));
                    });
        }
        return decimals;
    }

    Optional<OrderHead> byExternalId(String channel, String externalId) {
        return db.sql(BY_EXTERNAL_ID)
                .param("channel", channel)
                .param("external", externalId)
                .query(OrderStore.HEAD)
                .optional();
    }

    OrderCounts.Counted counts(LocalDate today) {
        return counts.of(today);
    }

    List<OrderLine> linesOfCustomer(long customerId, Collection<Long> itemIds, int limit) {
        return db.sql(LINES_OF_CUSTOMER)
                .param("customer", customerId)
                .param("items", SliceStore.longs(itemIds))
                .param("limit", limit)
                .query(OrderStore.LINE)
                .list();
    }

    List<Sale> sales(Collection<Bought> wanted) {
        return db.sql(SALES)
                .param(
                        "customers",
                        wanted.stream().mapToLong(Bought::customerId).toArray())
                .param("items", wanted.stream().mapToLong(Bought::itemId).toArray())
                .param("unshipped", UNSHIPPED)
                .param("shipped", SHIPPED)
                .query((row, n) -> new Sale(
                        row.getLong("order_id"),
                        row.getInt("line_no"),
                        row.getLong("customer_id"),
                        row.getLong("item_id"),
                        row.getBigDecimal("unit_price"),
                        Db.instantNotNull(row, "placed_at"),
                        row.getLong("unshipped"),
                        row.getLong("shipped")))
                .list();
    }

    Map<Long, Instant> firstOrders(Collection<Long> customerIds) {
        Map<Long, Instant> first = new HashMap<>();
        db.sql(FIRST_ORDERS).param("customers", SliceStore.longs(customerIds)).query(row -> {
            first.put(row.getLong("id"), Db.instantNotNull(row, "placed_at"));
        });
        return first;
    }

    /** Those of the latest orders, the newest first. */
    RecentAddresses addresses(long customerId, int orders) {
        List<Address> shipTo = new ArrayList<>();
        List<Address> billTo = new ArrayList<>();
        db.sql(ADDRESSES).param("customer", customerId).param("limit", orders).query(row -> {
            shipTo.add(Json.read(row.getString("ship_to"), Address.class));
            String other = row.getString("bill_to");
            if (other != null) {
                billTo.add(Json.read(other, Address.class));
            }
        });
        return RecentAddresses.of(shipTo, billTo);
    }

    private static String[] names(SliceState... states) {
        return Arrays.stream(states).map(SliceState::name).toArray(String[]::new);
    }
}
