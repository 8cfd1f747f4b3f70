package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.PromiseLedger.Direction;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on orders and their lines that belong to writing. */
@Repository
class OrderStore {

    /** What {@link #HEAD} reads. */
    static final String SELECT_HEAD = """
            select id, number, channel, external_id, customer_id, lifecycle, version, currency, priority, placed_at,
                   requested_on, method, terms, payment_terms_days, ship_complete, shipments_max, only_node_id, ship_to,
                   bill_to, comment, net_minor, discount_minor, shipping_minor, tax_minor, promised_ship_on,
                   promised_on, expected_on, slice_states, updated_at, ended_at
              from orders.sales_order
            """;

    static final Sql LOCK = Sql.of(SELECT_HEAD + """
             where id = any(:ids::bigint[])
             order by id
               for update
            """);

    static final Sql LOCK_ONLY = Sql.of("""
            select count(*) from (
                   select 1 from orders.sales_order where id = any(:ids::bigint[]) order by id for update) locked
            """);

    static final Sql LINES = Sql.of("""
            select order_id, line_no, item_id, sku, description, kind, quantity, quantity_decimals, unit_price,
                   net_minor, discount_minor, shipping_minor, tax_minor, tax_percent, tax_code
              from orders.order_line
             where order_id = any(:ids::bigint[])
             order by order_id, line_no
            """);

    /** One statement also when no promise moves, as nearly always: nothing is read twice for the ledger of promises. */
    static final Sql REFRESH = Sql.of("""
            with refreshed as (
                update orders.sales_order o
                   set version = o.version + 1, lifecycle = n.lifecycle, slice_states = n.states,
                       expected_on = n.expected_on, updated_at = n.at,
                       ended_at = case when n.ended then coalesce(o.ended_at, n.at) end
                  from unnest(:ids::bigint[], :lifecycles::text[], :states::integer[], :expected::date[],
                              :ats::timestamptz[], :ended::boolean[], :causes::text[])
                       as n (id, lifecycle, states, expected_on, at, ended, cause)
                 where o.id = n.id
                returning o.id, o.version, n.at, old.expected_on as was_on, new.expected_on as now_on, n.ended, n.cause)
            insert into orders.promise_change (order_id, version, changed_at, was_on, now_on, cause)
            select id, version, at, was_on, now_on, cause
              from refreshed
             where not ended and was_on is distinct from now_on
            returning order_id, was_on, now_on, direction, cause
            """);

    static final Sql CONFIRM = Sql.of("""
            update orders.sales_order set lifecycle = 'CONFIRMED' where id = any(:ids::bigint[]) and lifecycle = 'PLACED'
            """);

    static final Sql TOUCH = Sql.of("""
            update orders.sales_order set version = version + 1, updated_at = :at where id = any(:ids::bigint[])
            """);

    static final Sql EXCLUDE_NODE = Sql.of("""
            insert into orders.excluded_node (order_id, node_id, reason, at)
            values (:order, :node, :reason, :at)
            on conflict (order_id, node_id) do nothing
            """);

    static final Sql EXCLUDED_NODES = Sql.of("""
            select order_id, node_id from orders.excluded_node where order_id = any(:ids::bigint[])
            """);

    static final Sql SET_ONLY_NODE = Sql.of("""
            update orders.sales_order set only_node_id = :node, version = version + 1, updated_at = :at where id = :id
            """);

    static final RowMapper<OrderHead> HEAD = (row, n) -> {
        String billTo = row.getString("bill_to");
        return new OrderHead(
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("external_id"),
                Db.longOrNull(row, "customer_id"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                row.getInt("version"),
                row.getString("currency"),
                row.getInt("priority"),
                Db.instantNotNull(row, "placed_at"),
                Db.date(row, "requested_on"),
                row.getString("method"),
                PaymentTerms.valueOf(row.getString("terms")),
                row.getInt("payment_terms_days"),
                row.getBoolean("ship_complete"),
                row.getInt("shipments_max"),
                Db.longOrNull(row, "only_node_id"),
                Json.read(row.getString("ship_to"), Address.class),
                billTo == null ? null : Json.read(billTo, Address.class),
                row.getString("comment"),
                new OrderMoney(
                        row.getLong("net_minor"),
                        row.getLong("discount_minor"),
                        row.getLong("shipping_minor"),
                        row.getLong("tax_minor")),
                Db.date(row, "promised_ship_on"),
                Db.date(row, "promised_on"),
                Db.date(row, "expected_on"),
                row.getInt("slice_states"),
                Db.instantNotNull(row, "updated_at"),
                Db.instant(row, "ended_at"));
    };

    static final RowMapper<OrderLine> LINE = (row, n) -> new OrderLine(
            row.getLong("order_id"),
            row.getInt("line_no"),
            row.getLong("item_id"),
            row.getString("sku"),
            row.getString("description"),
            ItemKind.valueOf(row.getString("kind")),
            row.getLong("quantity"),
            row.getInt("quantity_decimals"),
            row.getBigDecimal("unit_price"),
            new OrderMoney(
                    row.getLong("net_minor"),
                    row.getLong("discount_minor"),
                    row.getLong("shipping_minor"),
                    row.getLong("tax_minor")),
            row.getBigDecimal("tax_percent"),
            row.getString("tax_code"));

    private final Db db;

    OrderStore(Db db) {
        this.db = db;
    }

    /** New values of an order's derived columns. */
    record Refresh(
            long id,
            Lifecycle lifecycle,
            int sliceStates,
            @Nullable LocalDate expectedOn,
            Instant at,
            PromiseCause cause) {}

    /** An open order is expected on another day than before. */
    record Moved(
            long orderId, @Nullable LocalDate was, @Nullable LocalDate now, Direction direction, PromiseCause cause) {}

    /** Locks the order rows in ascending order of their ids: every transaction does, so none waits in a circle. */
    List<OrderHead> lock(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(LOCK).param("ids", SliceStore.longs(ids)).query(HEAD).list();
    }

    void lockOnly(Collection<Long> ids) {
        db.sql(LOCK_ONLY).param("ids", SliceStore.longs(ids)).query(Long.class).single();
    }

    List<OrderLine> lines(Collection<Long> ids) {
        return db.sql(LINES).param("ids", SliceStore.longs(ids)).query(LINE).list();
    }

    /** Writes the columns, and keeps in the ledger which promises moved. */
    List<Moved> refresh(List<Refresh> rows) {
        return db.sql(REFRESH)
                .param("ids", rows.stream().mapToLong(Refresh::id).toArray())
                .param(
                        "lifecycles",
                        rows.stream().map(r -> r.lifecycle().name()).toArray(String[]::new))
                .param("states", rows.stream().mapToInt(Refresh::sliceStates).toArray())
                .param(
                        "expected",
                        Db.dates(rows.stream().map(Refresh::expectedOn).toList()))
                .param("ats", Db.timestamps(rows.stream().map(Refresh::at).toList()))
                .param("ended", rows.stream().map(r -> !r.lifecycle().isOpen()).toArray(Boolean[]::new))
                .param("causes", rows.stream().map(r -> r.cause().name()).toArray(String[]::new))
                .query((row, n) -> new Moved(
                        row.getLong("order_id"),
                        Db.date(row, "was_on"),
                        Db.date(row, "now_on"),
                        Direction.valueOf(row.getString("direction")),
                        PromiseCause.valueOf(row.getString("cause"))))
                .list();
    }

    void confirm(Collection<Long> ids) {
        db.sql(CONFIRM).param("ids", SliceStore.longs(ids)).update();
    }

    void touch(Collection<Long> ids, Instant at) {
        db.sql(TOUCH)
                .param("ids", SliceStore.longs(ids))
                .param("at", Db.timestamp(at))
                .update();
    }

    void excludeNode(long orderId, long nodeId, String reason, Instant at) {
        db.sql(EXCLUDE_NODE)
                .param("order", orderId)
                .param("node", nodeId)
                .param("reason", reason)
                .param("at", Db.timestamp(at))
                .update();
    }

    Map<Long, Set<Long>> excludedNodes(Collection<Long> orderIds) {
        Map<Long, Set<Long>> result = new HashMap<>();
        db.sql(EXCLUDED_NODES).param("ids", SliceStore.longs(orderIds)).query(row -> {
            result.computeIfAbsent(row.getLong("order_id"), id -> new HashSet<>())
                    .add(row.getLong("node_id"));
        });
        return result;
    }

    void setOnlyNode(long orderId, @Nullable Long nodeId, Instant at) {
        db.sql(SET_ONLY_NODE)
                .param("id", orderId)
                .param("node", nodeId)
                .param("at", Db.timestamp(at))
                .update();
    }
}
