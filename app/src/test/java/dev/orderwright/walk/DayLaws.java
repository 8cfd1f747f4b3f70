package dev.orderwright.walk;

import java.util.Map;

/** How days are counted, next to the milestones they are counted from; to be asked when all are counted. */
final class DayLaws {

    private static final String ORDERS = """
            with milestone as (
                select m.*, coalesce(node_id, 0) as node, (placed_at at time zone ':zone')::date as placed_on,
                       (shipped_at at time zone ':zone')::date as shipped_on,
                       (delivered_at at time zone ':zone')::date as delivered_on
                  from insight.order_milestone m),
            told as (
                select placed_on as day, channel, node as node_id, count(*) as orders,
                       count(*) filter (where units_backordered = 0) as orders_at_once,
                       sum(units_reserved + units_backordered) as units, sum(units_reserved) as units_at_once,
                       sum(units_cancelled) as units_cancelled,
                       count(*) filter (where shipments > 0) as shipped, count(*) filter (where shipments > 1) as split,
                       count(ended_at) as ended,
                       count(ended_at) filter (where delivered_on <= promised_on) as on_time,
                       count(ended_at) filter (where units_cancelled = 0) as in_full,
                       count(ended_at) filter (where not harmed) as unharmed,
                       count(ended_at) filter (where not harmed and units_cancelled = 0
                                                 and delivered_on <= promised_on) as perfect, 0 as shipped_then
                  from milestone group by 1, 2, 3
                union all
                select shipped_on, channel, node, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*)
                  from milestone where shipped_on is not null group by 1, 2, 3
                union all
                select day, channel, node_id, -orders, -orders_at_once, -units, -units_at_once, -units_cancelled, -shipped,
                       -split, -ended, -on_time, -in_full, -unharmed, -perfect, -shipped_then
                  from insight.order_day)
            select day, channel, node_id, sum(orders), sum(orders_at_once), sum(units), sum(units_at_once),
                   sum(units_cancelled), sum(shipped), sum(split), sum(ended), sum(on_time), sum(in_full), sum(unharmed),
                   sum(perfect), sum(shipped_then)
              from told
             group by day, channel, node_id
            having (sum(orders), sum(orders_at_once), sum(units), sum(units_at_once), sum(units_cancelled), sum(shipped),
                    sum(split), sum(ended), sum(on_time), sum(in_full), sum(unharmed), sum(perfect), sum(shipped_then))
                   <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            """;

    private static final String STAGES = """
            with told as (
                select (m.placed_at at time zone ':zone')::date as day, m.channel, coalesce(m.node_id, 0) as node_id,
                       s.stage, 1 as orders, round(extract(epoch from s.at - m.placed_at)) as seconds
                  from insight.order_milestone m
                 cross join lateral (values ('RELEASED', m.released_at), ('PICKED', m.picked_at),
                                            ('SHIPPED', m.shipped_at), ('DELIVERED', m.delivered_at)) as s (stage, at)
                 where s.at is not null
                union all
                select day, channel, node_id, stage, -orders, -seconds from insight.stage_day)
            select day, channel, node_id, stage, sum(orders), sum(seconds)
              from told
             group by day, channel, node_id, stage
            having sum(orders) <> 0 or sum(seconds) <> 0
            """;

    /** Clocks that were set apart let an order be released before it was placed: then it took no time. */
    private static final String BUCKETS = """
            select * from insight.stage_day
             where orders < 0
                or (orders = 0 and seconds <> 0)
                or (orders > 0 and bucket = 0 and seconds >= 2 * orders)
                or (orders > 0 and bucket > 0 and (seconds < orders * power(2::numeric, bucket / 16.0) * 0.999999
                                                   or seconds > orders * power(2::numeric, (bucket + 1) / 16.0) * 1.000001))
            """;

    private static final String STATE = """
            select * from insight.day_count where since <> 0 or zone <> ':zone'
            """;

    private DayLaws() {}

    static Map<String, String> in(String zone) {
        return Map.of(
                "days are counted as their orders went",
                ORDERS.replace(":zone", zone),
                "stages took as long as it is told",
                STAGES.replace(":zone", zone),
                "stages are told as exactly as is said",
                BUCKETS,
                "all days are counted",
                STATE.replace(":zone", zone));
    }
}
