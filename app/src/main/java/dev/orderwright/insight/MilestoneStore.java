package dev.orderwright.insight;

import dev.orderwright.insight.Flow.DaysCounted;
import dev.orderwright.insight.MilestoneRules.Progress;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes when orders reached which stage, and counts the days along with it. */
@Repository
class MilestoneStore {

    static final Sql ADD =
            Sql.of("""
            with added as (
                insert into insight.order_milestone (order_id, channel, placed_at, promised_on, units_reserved,
                                                     units_backordered, units_cancelled, shipments, harmed)
                select p.*, 0, 0, false
                  from unnest(:orders::bigint[], :channels::text[], :placed::timestamptz[], :promised::date[],
                              :reserved::bigint[], :backordered::bigint[]) as p
                on conflict (order_id) do nothing
                returning *),
            version as (
                select 1 as sign,
            """ + DayStore.VERSION + "  from added m where m.order_id >= :since)\n" + DayStore.COUNT);

    static final Sql ADVANCE =
            Sql.of("""
            with changed as (
                update insight.order_milestone m
                   set node_id = coalesce(m.node_id, p.node_id),
                       units_cancelled = m.units_cancelled + p.cancelled,
                       shipments = m.shipments + p.shipments,
                       harmed = m.harmed or p.harmed,
                       released_at = least(m.released_at, p.released),
                       picked_at = greatest(m.picked_at, p.picked),
                       shipped_at = greatest(m.shipped_at, p.shipped),
                       delivered_at = greatest(m.delivered_at, p.delivered),
                       ended_at = greatest(m.ended_at, p.ended)
                  from unnest(:orders::bigint[], :nodes::bigint[], :cancelled::bigint[], :shipments::bigint[],
                              :harmed::boolean[], :released::timestamptz[], :picked::timestamptz[],
                              :shipped::timestamptz[], :delivered::timestamptz[], :ended::timestamptz[])
                       as p (order_id, node_id, cancelled, shipments, harmed, released, picked, shipped, delivered, ended)
                 where m.order_id = p.order_id
                returning old as before, new as after),
            version as (
                select -1 as sign,
            """ + DayStore.VERSION + "  from (select (before).* from changed) m where m.order_id >= :since\n"
                    + "union all select 1, " + DayStore.VERSION
                    + "  from (select (after).* from changed) m where m.order_id >= :since)\n" + DayStore.COUNT);

    private final Db db;

    MilestoneStore(Db db) {
        this.db = db;
    }

    void add(List<Progress> placed, DaysCounted days) {
        if (placed.isEmpty()) {
            return;
        }
        db.sql(ADD)
                .param("orders", longs(placed, order -> order.orderId))
                .param("channels", placed.stream().map(order -> order.channel).toArray(String[]::new))
                .param("placed", Db.timestamps(column(placed, order -> order.placedAt)))
                .param("promised", Db.dates(column(placed, order -> order.promisedOn)))
                .param("reserved", longs(placed, order -> order.unitsReserved))
                .param("backordered", longs(placed, order -> order.unitsBackordered))
                .param("zone", days.zone())
                .param("since", days.since())
                .query(Long.class)
                .single();
    }

    void advance(List<Progress> orders, DaysCounted days) {
        if (orders.isEmpty()) {
            return;
        }
        db.sql(ADVANCE)
                .param("orders", longs(orders, order -> order.orderId))
                .param("nodes", column(orders, order -> order.nodeId).toArray(Long[]::new))
                .param("cancelled", longs(orders, order -> order.unitsCancelled))
                .param("shipments", longs(orders, order -> order.shipments))
                .param("harmed", orders.stream().map(order -> order.harmed).toArray(Boolean[]::new))
                .param("released", Db.timestamps(column(orders, order -> order.releasedAt)))
                .param("picked", Db.timestamps(column(orders, order -> order.pickedAt)))
                .param("shipped", Db.timestamps(column(orders, order -> order.shippedAt)))
                .param("delivered", Db.timestamps(column(orders, order -> order.deliveredAt)))
                .param("ended", Db.timestamps(column(orders, order -> order.endedAt)))
                .param("zone", days.zone())
                .param("since", days.since())
                .query(Long.class)
                .single();
    }

    private static long[] longs(List<Progress> orders, ToLongFunction<Progress> part) {
        return orders.stream().mapToLong(part).toArray();
    }

    private static <T> List<@Nullable T> column(List<Progress> orders, Function<Progress, @Nullable T> part) {
        List<@Nullable T> column = new ArrayList<>();
        orders.forEach(order -> column.add(part.apply(order)));
        return column;
    }
}
