package dev.orderwright.orders;

import dev.orderwright.orders.ItemDemand.Holder;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Which orders want an item. */
@Repository
class ItemDemandStore {

    static final Sql WAITING = Sql.of("""
            select ship_on, sum(quantity)::bigint as quantity
              from orders.slice
             where item_id = :item and waiting
             group by ship_on
             order by ship_on
            """);

    // Through the lines, whose index begins with the item: the slices of ended orders are never looked at.
    static final Sql HOLDERS = Sql.of("""
            select o.id, o.number, o.channel, o.priority, s.state, s.node_id, s.ship_on, s.quantity
              from (select distinct order_id from orders.order_line where item_id = :item) l
              join orders.sales_order o on o.id = l.order_id and o.lifecycle in ('PLACED', 'CONFIRMED')
             cross join lateral (
                   select state, node_id, ship_on, sum(quantity)::bigint as quantity
                     from orders.slice
                    where order_id = o.id and item_id = :item
                      and state in ('OPEN', 'BACKORDERED', 'AWAITING_SUPPLY', 'RESERVED', 'RELEASED', 'PICKED', 'PACKED')
                    group by state, node_id, ship_on) s
             order by shared.rank_of(o.priority, o.channel, o.total_minor, coalesce(o.promised_on, o.requested_on),
                                     o.placed_at, :formula::jsonb) desc, o.placed_at, o.id, s.state, s.node_id
             limit :limit
            """);

    static final Sql LACKING = Sql.of("""
            select item_id, count(distinct order_id) as orders, sum(quantity)::bigint as units, min(since) as since
              from orders.slice
             where waiting and state = 'BACKORDERED'
             group by item_id
             order by count(distinct order_id) desc, min(since), item_id
             limit :limit
            """);

    static final Sql CLAIMANTS = Sql.of("""
            select o.id
              from (select distinct order_id from orders.order_line where item_id = :item) l
              join orders.sales_order o on o.id = l.order_id and o.lifecycle in ('PLACED', 'CONFIRMED')
             where exists (select 1 from orders.slice s
                            where s.order_id = o.id and s.item_id = :item
                              and s.state in ('OPEN', 'BACKORDERED', 'RESERVED'))
             order by o.id
             limit :limit
            """);

    private final Db db;
    private final Priorities priorities;

    ItemDemandStore(Db db, Priorities priorities) {
        this.db = db;
        this.priorities = priorities;
    }

    List<ItemDemand.Waiting> waiting(long itemId) {
        return db.sql(WAITING)
                .param("item", itemId)
                .query((row, n) -> new ItemDemand.Waiting(Db.date(row, "ship_on"), row.getLong("quantity")))
                .list();
    }

    List<ItemDemand.Lack> lacking(int limit) {
        return db.sql(LACKING)
                .param("limit", limit)
                .query((row, n) -> new ItemDemand.Lack(
                        row.getLong("item_id"),
                        row.getLong("orders"),
                        row.getLong("units"),
                        Db.instantNotNull(row, "since")))
                .list();
    }

    List<Long> claimants(long itemId, int limit) {
        return db.sql(CLAIMANTS)
                .param("item", itemId)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    List<Holder> holders(long itemId, int limit) {
        return db.sql(HOLDERS)
                .param("formula", priorities.current().json())
                .param("item", itemId)
                .param("limit", limit)
                .query((row, n) -> new Holder(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getInt("priority"),
                        SliceState.valueOf(row.getString("state")),
                        Db.longOrNull(row, "node_id"),
                        Db.date(row, "ship_on"),
                        row.getLong("quantity")))
                .list();
    }
}
