package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The slices' statements. Writers hold the locks of the orders. */
@Repository
class SliceStore {

    static final Sql OF_ORDERS = Sql.of("""
            select order_id, line_no, first_unit, quantity, item_id, state, node_id, fulfilment_id, package_id,
                   ship_on, deliver_on, since
              from orders.slice
             where order_id = any(:orders::bigint[])
             order by order_id, line_no, first_unit
            """);

    static final Sql INSERT = Sql.of("""
            insert into orders.slice (order_id, line_no, first_unit, quantity, item_id, state, node_id, fulfilment_id,
                                      package_id, ship_on, deliver_on, since)
            select * from unnest(:orders::bigint[], :lines::integer[], :firsts::bigint[], :quantities::bigint[],
                                 :items::bigint[], :states::text[], :nodes::bigint[], :fulfilments::bigint[],
                                 :packages::bigint[], :ships::date[], :delivers::date[], :sinces::timestamptz[])
            """);

    static final Sql UPDATE = Sql.of("""
            update orders.slice s
               set quantity = n.quantity, state = n.state, node_id = n.node_id, fulfilment_id = n.fulfilment_id,
                   package_id = n.package_id, ship_on = n.ship_on, deliver_on = n.deliver_on, since = n.since
              from unnest(:orders::bigint[], :lines::integer[], :firsts::bigint[], :quantities::bigint[],
                          :items::bigint[], :states::text[], :nodes::bigint[], :fulfilments::bigint[],
                          :packages::bigint[], :ships::date[], :delivers::date[], :sinces::timestamptz[])
                   as n (order_id, line_no, first_unit, quantity, item_id, state, node_id, fulfilment_id,
                         package_id, ship_on, deliver_on, since)
             where s.order_id = n.order_id and s.line_no = n.line_no and s.first_unit = n.first_unit
            """);

    static final Sql DELETE = Sql.of("""
            delete from orders.slice s
             using unnest(:orders::bigint[], :lines::integer[], :firsts::bigint[]) as n (order_id, line_no, first_unit)
             where s.order_id = n.order_id and s.line_no = n.line_no and s.first_unit = n.first_unit
            """);

    /**
     * Orders that have units which could be released, most urgent first: what is held, by whatever hold, takes no place
     * of the limit. The order rows are work rows, so claiming skips locked ones.
     */
    static final Sql CLAIM_RELEASABLE = Sql.of("""
            select o.id
              from orders.sales_order o
             where o.lifecycle = 'CONFIRMED'
               and (o.slice_states & :reservedBit) <> 0
               and (:placedUntil::timestamptz is null or o.placed_at <= :placedUntil)
               and exists (select 1 from orders.slice s
                            where s.order_id = o.id and s.state = 'RESERVED'
                              and (:node::bigint is null or s.node_id = :node)
                              and (:shipUntil::date is null or s.ship_on <= :shipUntil)
                              and not exists (select 1 from orders.hold h
                                               where h.state = 'ACTIVE' and 'RELEASE' = any(h.blocks)
                                                 and ((h.scope = 'LINE' and h.scope_id = o.id
                                                       and h.line_no = s.line_no)
                                                      or (h.scope = 'ITEM' and h.scope_id = s.item_id)
                                                      or (h.scope = 'NODE' and h.scope_id = s.node_id))))
               and not exists (select 1 from orders.hold h
                                where h.state = 'ACTIVE' and 'RELEASE' = any(h.blocks)
                                  and ((h.scope = 'ORDER' and h.scope_id = o.id)
                                       or (h.scope = 'CUSTOMER' and h.scope_id = o.customer_id)))
             order by shared.rank_of(o.priority, o.channel, o.total_minor, coalesce(o.promised_on, o.requested_on),
                                     o.placed_at, :formula::jsonb) desc, o.placed_at, o.id
             limit :limit
               for update of o skip locked
            """);

    static final Sql WAITING = Sql.of("""
            select o.id, o.ship_complete
              from orders.sales_order o
             where o.id in (select s.order_id from orders.slice s
                             where s.item_id = any(:items::bigint[]) and s.waiting)
               and o.lifecycle in ('PLACED', 'CONFIRMED')
             order by shared.rank_of(o.priority, o.channel, o.total_minor, coalesce(o.promised_on, o.requested_on),
                                     o.placed_at, :formula::jsonb) desc, o.placed_at, o.id
             limit :limit
            """);

    static final Sql UNITS = Sql.of("""
            select s.state, sum(s.quantity)::bigint as units
              from orders.slice s
              join orders.order_line l on l.order_id = s.order_id and l.line_no = s.line_no
             where s.order_id = any(:orders::bigint[]) and l.kind = 'STOCKED'
             group by s.state
            """);

    static final Sql BACKORDERED = Sql.of("""
            select s.item_id, sum(s.quantity)::bigint as units
              from orders.slice s
             where s.item_id = any(:items::bigint[]) and s.waiting and s.state = 'BACKORDERED'
             group by s.item_id
            """);

    static final Sql TOGETHER = Sql.of("""
            select distinct s.item_id
              from orders.sales_order o
              join orders.slice s on s.order_id = o.id
             where o.id = any(:orders::bigint[]) and s.waiting
            """);

    static final Sql WAITING_ITEMS = Sql.of("""
            select distinct s.item_id from orders.slice s where s.waiting
            """);

    static final RowMapper<Slice> ROW = (row, n) -> new Slice(
            row.getLong("order_id"),
            row.getInt("line_no"),
            row.getLong("first_unit"),
            row.getLong("quantity"),
            row.getLong("item_id"),
            SliceState.valueOf(row.getString("state")),
            Db.longOrNull(row, "node_id"),
            Db.longOrNull(row, "fulfilment_id"),
            Db.longOrNull(row, "package_id"),
            Db.date(row, "ship_on"),
            Db.date(row, "deliver_on"),
            Db.instantNotNull(row, "since"));

    private final Db db;
    private final Priorities priorities;

    SliceStore(Db db, Priorities priorities) {
        this.db = db;
        this.priorities = priorities;
    }

    List<Slice> ofOrders(Collection<Long> orderIds) {
        return db.sql(OF_ORDERS).param("orders", longs(orderIds)).query(ROW).list();
    }

    void insert(List<Slice> slices) {
        if (!slices.isEmpty()) {
            columns(db.sql(INSERT), slices).later();
        }
    }

    void update(List<Slice> slices) {
        if (!slices.isEmpty() && columns(db.sql(UPDATE), slices).update() != slices.size()) {
            throw new IllegalStateException("a slice was changed by another although its order was locked: " + slices);
        }
    }

    void delete(List<Slice> slices) {
        if (!slices.isEmpty()) {
            db.sql(DELETE)
                    .param("orders", slices.stream().mapToLong(Slice::orderId).toArray())
                    .param("lines", slices.stream().mapToInt(Slice::lineNo).toArray())
                    .param("firsts", slices.stream().mapToLong(Slice::firstUnit).toArray())
                    .update();
        }
    }

    List<Long> claimReleasable(OrderSlices.ReleaseFilter filter, int limit) {
        return db.sql(CLAIM_RELEASABLE)
                .param("reservedBit", SliceState.RESERVED.bit())
                .param("node", filter.nodeId())
                .param("shipUntil", filter.shipOnUntil())
                .param("placedUntil", Db.timestamp(filter.placedUntil()))
                .param("formula", priorities.current().json())
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** An order of which units wait. */
    record WaitingOrder(long id, boolean shipComplete) {}

    /** Orders with units of these items that wait for stock, as the priority formula has them. */
    List<WaitingOrder> waiting(Collection<Long> itemIds, int limit) {
        return db.sql(WAITING)
                .param("items", longs(itemIds))
                .param("formula", priorities.current().json())
                .param("limit", limit)
                .query((row, n) -> new WaitingOrder(row.getLong("id"), row.getBoolean("ship_complete")))
                .list();
    }

    /** Backordered units by item. */
    Map<Long, Long> backordered(Collection<Long> itemIds) {
        Map<Long, Long> units = new HashMap<>();
        db.sql(BACKORDERED).param("items", longs(itemIds)).query(row -> {
            units.put(row.getLong("item_id"), row.getLong("units"));
        });
        return units;
    }

    /** The items of which units of the orders wait. */
    Set<Long> waitingItemsOf(Collection<Long> orderIds) {
        return Set.copyOf(db.sql(TOGETHER)
                .param("orders", longs(orderIds))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /** Units of goods by state. */
    Map<SliceState, Long> units(Collection<Long> orderIds) {
        Map<SliceState, Long> units = new EnumMap<>(SliceState.class);
        db.sql(UNITS).param("orders", longs(orderIds)).query(row -> {
            units.put(SliceState.valueOf(row.getString("state")), row.getLong("units"));
        });
        return units;
    }

    List<Long> waitingItems() {
        return db.sql(WAITING_ITEMS).query((row, n) -> row.getLong(1)).list();
    }

    private static SqlCall columns(SqlCall statement, List<Slice> slices) {
        int n = slices.size();
        String[] states = new String[n];
        @Nullable Long[] nodes = new @Nullable Long[n];
        @Nullable Long[] fulfilments = new @Nullable Long[n];
        @Nullable Long[] packages = new @Nullable Long[n];
        for (int i = 0; i < n; i++) {
            Slice slice = slices.get(i);
            states[i] = slice.state().name();
            nodes[i] = slice.nodeId();
            fulfilments[i] = slice.fulfilmentId();
            packages[i] = slice.packageId();
        }
        return statement
                .param("orders", slices.stream().mapToLong(Slice::orderId).toArray())
                .param("lines", slices.stream().mapToInt(Slice::lineNo).toArray())
                .param("firsts", slices.stream().mapToLong(Slice::firstUnit).toArray())
                .param("quantities", slices.stream().mapToLong(Slice::quantity).toArray())
                .param("items", slices.stream().mapToLong(Slice::itemId).toArray())
                .param("states", states)
                .param("nodes", nodes)
                .param("fulfilments", fulfilments)
                .param("packages", packages)
                .param("ships", Db.dates(slices.stream().map(Slice::shipOn).toList()))
                .param(
                        "delivers",
                        Db.dates(slices.stream().map(Slice::deliverOn).toList()))
                .param("sinces", Db.timestamps(slices.stream().map(Slice::since).toList()));
    }

    static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
