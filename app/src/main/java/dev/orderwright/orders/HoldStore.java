package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The holds' statements. */
@Repository
class HoldStore {

    static final Sql INSERT = Sql.of("""
            insert into orders.hold (id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code,
                                     reason_values, state, placed_by, placed_at, until)
            select h.id, h.order_id, h.scope, h.scope_id, h.line_no, h.type, string_to_array(h.blocks, ','), h.reason,
                   h.reason_code, h.reason_values, 'ACTIVE', h.placed_by, h.placed_at, h.until
              from unnest(:ids::bigint[], :orders::bigint[], :scopes::text[], :scopeIds::bigint[], :lines::integer[],
                          :types::text[], :blocks::text[], :reasons::text[], :codes::text[], :values::jsonb[],
                          :by::text[], :at::timestamptz[], :until::timestamptz[])
                   as h (id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values,
                         placed_by, placed_at, until)
            """);

    static final Sql ACTIVE_FOR = Sql.of("""
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where state = 'ACTIVE'
               and ((scope in ('ORDER', 'LINE') and scope_id = any(:orders::bigint[]))
                    or (scope = 'CUSTOMER' and scope_id = any(:customers::bigint[]))
                    or (scope = 'ITEM' and scope_id = any(:items::bigint[]))
                    or (scope = 'NODE' and scope_id = any(:nodes::bigint[]))
                    or (scope = 'FULFILMENT' and scope_id = any(:fulfilments::bigint[])))
            """);

    static final Sql OF_ORDER = Sql.of("""
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where order_id = :order
             order by id
            """);

    static final Sql ACTIVE_OF_ORDERS = Sql.of("""
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where order_id = any(:orders::bigint[]) and state = 'ACTIVE'
               and (:type::text is null or type = :type)
             order by id
            """);

    static final Sql BLOCKED = Sql.of("""
            select o.id
              from orders.sales_order o
             where o.id = any(:orders::bigint[])
               and (exists (select 1 from orders.hold h
                             where h.state = 'ACTIVE' and h.scope = 'ORDER' and h.scope_id = o.id
                               and :block = any(h.blocks))
                    or exists (select 1 from orders.hold h
                                where h.state = 'ACTIVE' and h.scope = 'CUSTOMER' and h.scope_id = o.customer_id
                                  and :block = any(h.blocks)))
            """);

    static final Sql BY_ID = Sql.of("""
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where id = any(:ids::bigint[])
            """);

    static final Sql END = Sql.of("""
            update orders.hold
               set state = :state, ended_by = :by, ended_at = :at, ended_reason = :reason
             where id = any(:ids::bigint[]) and state = 'ACTIVE'
            """);

    static final Sql END_OF_ORDERS = Sql.of("""
            update orders.hold
               set state = 'RELEASED', ended_by = :by, ended_at = :at, ended_reason = 'the order has ended'
             where order_id = any(:orders::bigint[]) and state = 'ACTIVE'
            """);

    static final Sql EXPIRED = Sql.of("""
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where state = 'ACTIVE' and until <= :now
             order by until
             limit :limit
            """);

    static final RowMapper<Hold> ROW = (row, n) -> new Hold(
            row.getLong("id"),
            Db.longOrNull(row, "order_id"),
            HoldScope.valueOf(row.getString("scope")),
            row.getLong("scope_id"),
            row.getInt("line_no"),
            HoldType.valueOf(row.getString("type")),
            blocks(row.getArray("blocks")),
            why(row),
            row.getString("state"),
            row.getString("placed_by"),
            Db.instantNotNull(row, "placed_at"),
            Db.instant(row, "until"),
            row.getString("ended_by"),
            Db.instant(row, "ended_at"),
            row.getString("ended_reason"));

    private final Db db;

    HoldStore(Db db) {
        this.db = db;
    }

    private static HoldReason why(ResultSet row) throws SQLException {
        String[] values = Json.read(row.getString("reason_values"), String[].class);
        return new HoldReason(row.getString("reason"), row.getString("reason_code"), List.of(values));
    }

    private static Set<HoldBlock> blocks(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(HoldBlock::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(HoldBlock.class)));
    }

    void insert(List<Hold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("ids", holds.stream().mapToLong(Hold::id).toArray())
                .param("orders", holds.stream().map(Hold::orderId).toArray(Long[]::new))
                .param("scopes", holds.stream().map(h -> h.scope().name()).toArray(String[]::new))
                .param("scopeIds", holds.stream().mapToLong(Hold::scopeId).toArray())
                .param("lines", holds.stream().mapToInt(Hold::lineNo).toArray())
                .param("types", holds.stream().map(h -> h.type().name()).toArray(String[]::new))
                .param(
                        "blocks",
                        holds.stream()
                                .map(h -> h.blocks().stream().map(Enum::name).collect(Collectors.joining(",")))
                                .toArray(String[]::new))
                .param("reasons", holds.stream().map(Hold::reason).toArray(String[]::new))
                .param("codes", holds.stream().map(h -> h.why().code()).toArray(String[]::new))
                .param(
                        "values",
                        holds.stream().map(h -> Json.write(h.why().values())).toArray(String[]::new))
                .param("by", holds.stream().map(Hold::placedBy).toArray(String[]::new))
                .param("at", Db.timestamps(holds.stream().map(Hold::placedAt).toList()))
                .param("until", Db.timestamps(holds.stream().map(Hold::until).toList()))
                .later();
    }

    /** The active holds that touch each order, whatever they are placed on. */
    Map<Long, List<Hold>> activeFor(List<OrderHead> heads, Map<Long, List<Slice>> slices) {
        Set<Long> customers = new HashSet<>();
        Set<Long> items = new HashSet<>();
        Set<Long> nodes = new HashSet<>();
        Set<Long> fulfilments = new HashSet<>();
        heads.forEach(head -> addIfPresent(customers, head.customerId()));
        slices.values()
                .forEach(list -> list.forEach(slice -> {
                    items.add(slice.itemId());
                    addIfPresent(nodes, slice.nodeId());
                    addIfPresent(fulfilments, slice.fulfilmentId());
                }));
        List<Hold> all = db.sql(ACTIVE_FOR)
                .param("orders", heads.stream().mapToLong(OrderHead::id).toArray())
                .param("customers", SliceStore.longs(customers))
                .param("items", SliceStore.longs(items))
                .param("nodes", SliceStore.longs(nodes))
                .param("fulfilments", SliceStore.longs(fulfilments))
                .query(ROW)
                .list();
        Map<Long, List<Hold>> result = new HashMap<>();
        for (OrderHead head : heads) {
            for (Hold hold : all) {
                if (touches(hold, head)) {
                    result.computeIfAbsent(head.id(), id -> new ArrayList<>()).add(hold);
                }
            }
        }
        return result;
    }

    private static boolean touches(Hold hold, OrderHead head) {
        return switch (hold.scope()) {
            case ORDER, LINE -> hold.scopeId() == head.id();
            case CUSTOMER -> head.customerId() != null && head.customerId() == hold.scopeId();
            case FULFILMENT, ITEM, NODE -> true;
        };
    }

    private static void addIfPresent(Set<Long> set, @Nullable Long value) {
        if (value != null) {
            set.add(value);
        }
    }

    List<Hold> ofOrder(long orderId) {
        return db.sql(OF_ORDER).param("order", orderId).query(ROW).list();
    }

    /** @param type of the holds; null for all */
    List<Hold> activeOfOrders(Collection<Long> orderIds, @Nullable HoldType type) {
        return db.sql(ACTIVE_OF_ORDERS)
                .param("orders", SliceStore.longs(orderIds))
                .param("type", type == null ? null : type.name())
                .query(ROW)
                .list();
    }

    /** Those of the orders that are held as a whole from a transition. */
    List<Long> blocked(Collection<Long> orderIds, HoldBlock block) {
        return db.sql(BLOCKED)
                .param("orders", SliceStore.longs(orderIds))
                .param("block", block.name())
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    List<Hold> byId(Collection<Long> ids) {
        return db.sql(BY_ID).param("ids", SliceStore.longs(ids)).query(ROW).list();
    }

    List<Hold> expired(Instant now, int limit) {
        return db.sql(EXPIRED)
                .param("now", Db.timestamp(now))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Ends holds that are active; returns how many were. */
    int end(Collection<Long> ids, String state, String by, Instant at, String reason) {
        return db.sql(END)
                .param("ids", SliceStore.longs(ids))
                .param("state", state)
                .param("by", by)
                .param("at", Db.timestamp(at))
                .param("reason", reason)
                .update();
    }

    void endOfOrders(Collection<Long> orderIds, String by, Instant at) {
        db.sql(END_OF_ORDERS)
                .param("orders", SliceStore.longs(orderIds))
                .param("by", by)
                .param("at", Db.timestamp(at))
                .update();
    }
}
