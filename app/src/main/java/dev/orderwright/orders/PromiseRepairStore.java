package dev.orderwright.orders;

import dev.orderwright.orders.PromiseRepairs.Promised;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Derives again what orders hold, and what they say of their units. */
@Repository
class PromiseRepairStore {

    static final Sql PROMISED = Sql.of("""
            select s.node_id,
                   coalesce(sum(s.quantity) filter (where s.state in ('RESERVED', 'RELEASED')), 0)::bigint as reserved,
                   coalesce(sum(s.quantity) filter (where s.state in ('PICKED', 'PACKED')), 0)::bigint as picked
              from (select distinct order_id, line_no
                      from orders.order_line where item_id = :item and kind = 'STOCKED') l
              join orders.slice s on s.order_id = l.order_id and s.line_no = l.line_no
             where s.state in ('RESERVED', 'RELEASED', 'PICKED', 'PACKED')
             group by s.node_id
            """);

    /** The bits are those of SliceState, in its order. */
    static final Sql REBUILD_STATES = Sql.of("""
            update orders.sales_order o
               set slice_states = s.states
              from (select order_id, bit_or(1 << (array_position(array[
                                'OPEN', 'BACKORDERED', 'AWAITING_SUPPLY', 'RESERVED', 'RELEASED', 'PICKED', 'PACKED',
                                'READY_FOR_PICKUP', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'LOST', 'RETURNED'], state) - 1))
                           as states
                      from orders.slice where order_id = :order group by order_id) s
             where o.id = s.order_id and o.slice_states <> s.states
            """);

    private final Db db;

    PromiseRepairStore(Db db) {
        this.db = db;
    }

    /** By node. */
    List<Promised> promised(long itemId) {
        return db.sql(PROMISED)
                .param("item", itemId)
                .query((row, n) -> new Promised(row.getLong("node_id"), row.getLong("reserved"), row.getLong("picked")))
                .list();
    }

    int rebuildStates(long orderId) {
        return db.sql(REBUILD_STATES).param("order", orderId).update();
    }
}
