package dev.orderwright.insight;

import dev.orderwright.insight.Flow.Day;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stage;
import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.insight.Flow.Waiting;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Reads the flow of orders off the milestones, and what stands still off the slices. */
@Repository
class FlowStore {

    static final Sql RATES = Sql.of("""
            select count(*) as orders,
                   coalesce(sum(units_reserved), 0)::bigint as units_at_once,
                   coalesce(sum(units_reserved + units_backordered), 0)::bigint as units,
                   count(*) filter (where units_backordered = 0) as orders_at_once,
                   coalesce(sum(units_cancelled), 0)::bigint as units_cancelled,
                   count(*) filter (where shipments > 0) as shipped,
                   count(*) filter (where shipments > 1) as split,
                   count(*) filter (where ended_at is not null) as ended,
                   count(*) filter (where ended_at is not null and delivered_at is not null
                                      and (delivered_at at time zone :zone)::date <= promised_on) as on_time,
                   count(*) filter (where ended_at is not null and units_cancelled = 0) as in_full,
                   count(*) filter (where ended_at is not null and not harmed) as unharmed,
                   count(*) filter (where ended_at is not null and delivered_at is not null
                                      and (delivered_at at time zone :zone)::date <= promised_on
                                      and units_cancelled = 0 and not harmed) as perfect
              from insight.order_milestone
             where placed_at >= :from and placed_at < :until
               and (:channel = '' or channel = :channel) and (:node = 0 or node_id = :node)
            """);

    static final Sql STAGES = Sql.of("""
            select s.stage, count(*) as orders,
                   percentile_disc(array[0.5, 0.9, 0.99]) within group (order by s.seconds) as seconds
              from insight.order_milestone m
             cross join lateral (values
                   ('RELEASED', extract(epoch from m.released_at - m.placed_at)::bigint),
                   ('PICKED', extract(epoch from m.picked_at - m.placed_at)::bigint),
                   ('SHIPPED', extract(epoch from m.shipped_at - m.placed_at)::bigint),
                   ('DELIVERED', extract(epoch from m.delivered_at - m.placed_at)::bigint)) as s (stage, seconds)
             where m.placed_at >= :from and m.placed_at < :until and s.seconds is not null
               and (:channel = '' or m.channel = :channel) and (:node = 0 or m.node_id = :node)
             group by s.stage
            """);

    static final Sql DAYS = Sql.of("""
            select d.day::date as day,
                   (select count(*) from insight.order_milestone m
                     where m.placed_at >= d.day at time zone :zone
                       and m.placed_at < (d.day + interval '1 day') at time zone :zone
                       and (:channel = '' or m.channel = :channel) and (:node = 0 or m.node_id = :node)) as placed,
                   (select count(*) from insight.order_milestone m
                     where m.shipped_at >= d.day at time zone :zone
                       and m.shipped_at < (d.day + interval '1 day') at time zone :zone
                       and (:channel = '' or m.channel = :channel) and (:node = 0 or m.node_id = :node)) as shipped
              from generate_series((:from::timestamptz at time zone :zone)::date::timestamp,
                                   (:until::timestamptz at time zone :zone)::date::timestamp - interval '1 day',
                                   interval '1 day') as d (day)
             order by d.day
            """);

    // By the index of what waits for stock: a state alone is in no index (decision 11).
    static final Sql WAITING = Sql.of("""
            select coalesce(sum(quantity), 0)::bigint as units, count(distinct order_id) as orders, min(since) as oldest
              from orders.slice
             where waiting and state = 'BACKORDERED'
            """);

    // From the open orders, which are few whatever the number of ended ones.
    static final Sql STUCK = Sql.of("""
            select o.id, o.number, o.channel, s.state, s.node_id, min(s.since) as since, min(s.ship_on) as ship_on,
                   sum(s.quantity)::bigint as units,
                   coalesce((select string_agg(distinct h.type, ', ') from orders.hold h
                              where h.order_id = o.id and h.state = 'ACTIVE'), '') as holds
              from orders.sales_order o
              join orders.slice s on s.order_id = o.id
              join unnest(:states::text[], :sinces::timestamptz[]) as l (state, latest)
                on l.state = s.state and s.since < l.latest
             where o.lifecycle in ('PLACED', 'CONFIRMED')
             group by o.id, o.number, o.channel, s.state, s.node_id
             order by min(s.since), o.id
             limit :limit
            """);

    static final Sql STUCK_ORDERS = Sql.of("""
            select count(*) from (
                   select distinct o.id
                     from orders.sales_order o
                     join orders.slice s on s.order_id = o.id
                     join unnest(:states::text[], :sinces::timestamptz[]) as l (state, latest)
                       on l.state = s.state and s.since < l.latest
                    where o.lifecycle in ('PLACED', 'CONFIRMED')
                    limit :limit) c
            """);

    static final Sql PLACED_SINCE = Sql.of("""
            select count(*) from insight.order_milestone where placed_at >= :moment
            """);

    static final Sql CHANNELS = Sql.of("""
            with recursive next as (
                (select channel from insight.order_milestone order by channel limit 1)
                union all
                select (select m.channel from insight.order_milestone m where m.channel > n.channel
                         order by m.channel limit 1)
                  from next n where n.channel is not null)
            select channel from next where channel is not null
            """);

    private final Db db;

    FlowStore(Db db) {
        this.db = db;
    }

    Rates rates(Span span) {
        return spanned(RATES, span)
                .query((row, n) -> new Rates(
                        row.getLong("orders"),
                        row.getLong("orders_at_once"),
                        row.getLong("units"),
                        row.getLong("units_at_once"),
                        row.getLong("units_cancelled"),
                        row.getLong("shipped"),
                        row.getLong("split"),
                        row.getLong("ended"),
                        row.getLong("on_time"),
                        row.getLong("in_full"),
                        row.getLong("unharmed"),
                        row.getLong("perfect")))
                .single();
    }

    List<Stage> stages(Span span) {
        return spannedWithoutZone(STAGES, span).query((row, n) -> stage(row)).list();
    }

    private static Stage stage(ResultSet row) throws SQLException {
        Array array = row.getArray("seconds");
        List<Duration> percentiles = new ArrayList<>();
        for (Object seconds : (Object[]) array.getArray()) {
            percentiles.add(Duration.ofSeconds(((Number) seconds).longValue()));
        }
        return new Stage(
                row.getString("stage"),
                row.getLong("orders"),
                percentiles.get(0),
                percentiles.get(1),
                percentiles.get(2));
    }

    List<Day> days(Span span) {
        return spanned(DAYS, span)
                .query((row, n) -> new Day(
                        java.util.Objects.requireNonNull(Db.date(row, "day")),
                        row.getLong("placed"),
                        row.getLong("shipped")))
                .list();
    }

    Waiting waiting() {
        return db.sql(WAITING)
                .query((row, n) -> new Waiting(row.getLong("units"), row.getLong("orders"), Db.instant(row, "oldest")))
                .single();
    }

    List<Stuck> stuck(Map<String, Instant> latestByState, int limit) {
        return limited(STUCK, latestByState, limit)
                .query((row, n) -> new Stuck(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("channel"),
                        row.getString("state"),
                        Db.longOrNull(row, "node_id"),
                        Db.instantNotNull(row, "since"),
                        Db.date(row, "ship_on"),
                        row.getLong("units"),
                        row.getString("holds")))
                .list();
    }

    long stuckOrders(Map<String, Instant> latestByState, int limit) {
        return limited(STUCK_ORDERS, latestByState, limit).query(Long.class).single();
    }

    long placedSince(Instant moment) {
        return db.sql(PLACED_SINCE)
                .param("moment", Db.timestamp(moment))
                .query(Long.class)
                .single();
    }

    List<String> channels() {
        return db.sql(CHANNELS).query((row, n) -> row.getString("channel")).list();
    }

    private SqlCall limited(Sql sql, Map<String, Instant> latestByState, int limit) {
        List<Map.Entry<String, Instant>> limits = List.copyOf(latestByState.entrySet());
        return db.sql(sql)
                .param("states", limits.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "sinces",
                        Db.timestamps(limits.stream().map(Map.Entry::getValue).toList()))
                .param("limit", limit);
    }

    private SqlCall spanned(Sql sql, Span span) {
        return spannedWithoutZone(sql, span).param("zone", span.zone().getId());
    }

    private SqlCall spannedWithoutZone(Sql sql, Span span) {
        ZoneId zone = span.zone();
        return db.sql(sql)
                .param("from", Db.timestamp(span.from().atStartOfDay(zone).toInstant()))
                .param("until", Db.timestamp(span.until().atStartOfDay(zone).toInstant()))
                .param("channel", span.channel())
                .param("node", span.nodeId());
    }
}
