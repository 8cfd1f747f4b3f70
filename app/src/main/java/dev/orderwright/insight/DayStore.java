package dev.orderwright.insight;

import dev.orderwright.insight.Flow.DaysCounted;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Counts how the days went, and knows how far they are counted. Only who reads the facts for the milestones writes here. */
@Repository
class DayStore {

    /** What of a milestone {@code m} is counted. */
    static final String VERSION = """
            m.channel, coalesce(m.node_id, 0) as node_id, m.placed_at, m.units_reserved, m.units_backordered,
                   m.units_cancelled, m.shipments, m.released_at, m.picked_at, m.shipped_at, m.delivered_at,
                   (m.placed_at at time zone :zone)::date as placed_day,
                   (m.shipped_at at time zone :zone)::date as shipped_day,
                   m.ended_at is not null as ended, not m.harmed as unharmed,
                   coalesce((m.delivered_at at time zone :zone)::date <= m.promised_on, false) as on_time
            """;

    /** Counts the rows of {@code version} once each; one that no longer holds has the sign -1. */
    static final String COUNT = """
            , days as (
                insert into insight.order_day as d (day, channel, node_id, orders, orders_at_once, units, units_at_once,
                       units_cancelled, shipped, split, ended, on_time, in_full, unharmed, perfect, shipped_then)
                select t.day, v.channel, v.node_id,
                       sum(v.sign * t.placed),
                       sum(v.sign * t.placed * (v.units_backordered = 0)::integer),
                       sum(v.sign * t.placed * (v.units_reserved + v.units_backordered)),
                       sum(v.sign * t.placed * v.units_reserved),
                       sum(v.sign * t.placed * v.units_cancelled),
                       sum(v.sign * t.placed * (v.shipments > 0)::integer),
                       sum(v.sign * t.placed * (v.shipments > 1)::integer),
                       sum(v.sign * t.placed * v.ended::integer),
                       sum(v.sign * t.placed * (v.ended and v.on_time)::integer),
                       sum(v.sign * t.placed * (v.ended and v.units_cancelled = 0)::integer),
                       sum(v.sign * t.placed * (v.ended and v.unharmed)::integer),
                       sum(v.sign * t.placed
                           * (v.ended and v.on_time and v.units_cancelled = 0 and v.unharmed)::integer),
                       sum(v.sign * (1 - t.placed))
                  from version v
                 cross join lateral (values (v.placed_day, 1), (v.shipped_day, 0)) as t (day, placed)
                 where t.day is not null
                 group by t.day, v.channel, v.node_id
                on conflict (day, channel, node_id) do update
                   set orders = d.orders + excluded.orders,
                       orders_at_once = d.orders_at_once + excluded.orders_at_once,
                       units = d.units + excluded.units,
                       units_at_once = d.units_at_once + excluded.units_at_once,
                       units_cancelled = d.units_cancelled + excluded.units_cancelled,
                       shipped = d.shipped + excluded.shipped,
                       split = d.split + excluded.split,
                       ended = d.ended + excluded.ended,
                       on_time = d.on_time + excluded.on_time,
                       in_full = d.in_full + excluded.in_full,
                       unharmed = d.unharmed + excluded.unharmed,
                       perfect = d.perfect + excluded.perfect,
                       shipped_then = d.shipped_then + excluded.shipped_then),
            stages as (
                insert into insight.stage_day as d (day, channel, node_id, stage, bucket, orders, seconds)
                select v.placed_day, v.channel, v.node_id, s.stage,
                       floor(16 * ln(greatest(s.seconds, 1)::double precision) / ln(2::double precision))::integer
                           as bucket,
                       sum(v.sign), sum(v.sign * s.seconds)
                  from version v
                 cross join lateral (values
                       ('RELEASED', extract(epoch from v.released_at - v.placed_at)::bigint),
                       ('PICKED', extract(epoch from v.picked_at - v.placed_at)::bigint),
                       ('SHIPPED', extract(epoch from v.shipped_at - v.placed_at)::bigint),
                       ('DELIVERED', extract(epoch from v.delivered_at - v.placed_at)::bigint)) as s (stage, seconds)
                 where s.seconds is not null
                 group by v.placed_day, v.channel, v.node_id, s.stage, bucket
                having sum(v.sign) <> 0 or sum(v.sign * s.seconds) <> 0
                on conflict (day, channel, node_id, stage, bucket) do update
                   set orders = d.orders + excluded.orders, seconds = d.seconds + excluded.seconds)
            select count(*) from version
            """;

    static final Sql COUNTED = Sql.of("select zone, since, back_to from insight.day_count");

    static final Sql FORGET_DAYS = Sql.of("delete from insight.order_day");

    static final Sql FORGET_STAGES = Sql.of("delete from insight.stage_day");

    static final Sql BEGIN = Sql.of("""
            insert into insight.day_count (zone, since, back_to) values (:zone, :since, null)
            on conflict (only_one) do update
               set zone = excluded.zone, since = excluded.since, back_to = excluded.back_to
            returning zone, since, back_to
            """);

    static final Sql COUNT_NEXT = Sql.of("""
            with next as (
                select *
                  from insight.order_milestone
                 where order_id < :since
                 order by order_id desc
                 limit :limit),
            counted as (
                update insight.day_count
                   set since = case when n.milestones < :limit then 0 else n.first_id end,
                       back_to = coalesce((select (placed_at at time zone :zone)::date
                                             from next where order_id = n.first_id), back_to)
                  from (select count(*) as milestones, min(order_id) as first_id from next) n),
            version as (
                select 1 as sign,
            """ + VERSION + "  from next m)\n" + COUNT);

    private final Db db;

    DayStore(Db db) {
        this.db = db;
    }

    /** How far they are; empty when it has not begun. */
    Optional<DaysCounted> counted() {
        return db.sql(COUNTED).query((row, n) -> counted(row)).optional();
    }

    /** Forgets what is counted, and begins anew with the newest orders. */
    DaysCounted begin(ZoneId zone) {
        db.sql(FORGET_DAYS).update();
        db.sql(FORGET_STAGES).update();
        return db.sql(BEGIN)
                .param("zone", zone.getId())
                .param("since", Long.MAX_VALUE)
                .query((row, n) -> counted(row))
                .single();
    }

    /** Counts the milestones of so many orders before those that are counted; returns of how many there were any. */
    long countNext(DaysCounted days, int limit) {
        return db.sql(COUNT_NEXT)
                .param("zone", days.zone())
                .param("since", days.since())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private static DaysCounted counted(ResultSet row) throws SQLException {
        return new DaysCounted(row.getString("zone"), row.getLong("since"), Db.date(row, "back_to"));
    }
}
