package dev.orderwright.insight;

import dev.orderwright.insight.Flow.Day;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stage;
import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.insight.Flow.Waiting;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Reads the flow of orders off the counted days, and what stands still off the slices. */
@Repository
class FlowStore {

    private static final String OF_SPAN = """
             where day >= :from and day < :until
               and (:channel = '' or channel = :channel) and (:node = 0 or node_id = :node)
            """;

    static final Sql RATES = Sql.of("""
            select coalesce(sum(orders), 0)::bigint as orders,
                   coalesce(sum(orders_at_once), 0)::bigint as orders_at_once,
                   coalesce(sum(units), 0)::bigint as units,
                   coalesce(sum(units_at_once), 0)::bigint as units_at_once,
                   coalesce(sum(units_cancelled), 0)::bigint as units_cancelled,
                   coalesce(sum(shipped), 0)::bigint as shipped,
                   coalesce(sum(split), 0)::bigint as split,
                   coalesce(sum(ended), 0)::bigint as ended,
                   coalesce(sum(on_time), 0)::bigint as on_time,
                   coalesce(sum(in_full), 0)::bigint as in_full,
                   coalesce(sum(unharmed), 0)::bigint as unharmed,
                   coalesce(sum(perfect), 0)::bigint as perfect
              from insight.order_day
            """ + OF_SPAN);

    // As exact as the buckets are narrow, which is some 4 %; durations that are all alike are told as they are.
    static final Sql STAGES = Sql.of("""
            with ranked as (
                select stage, bucket, sum(orders) as orders, sum(seconds) / sum(orders) as seconds,
                       sum(sum(orders)) over (partition by stage order by bucket) as upto,
                       sum(sum(orders)) over (partition by stage) as in_all
                  from insight.stage_day
            """ + OF_SPAN + """
                 group by stage, bucket
                having sum(orders) > 0)
            select stage, max(in_all)::bigint as orders,
                   array[min(seconds) filter (where upto >= in_all * 0.5), min(seconds) filter (where upto >= in_all * 0.9),
                         min(seconds) filter (where upto >= in_all * 0.99)]::bigint[] as seconds
              from ranked
             group by stage
            """);

    static final Sql DAYS = Sql.of("""
            select d.day, coalesce(o.placed, 0)::bigint as placed, coalesce(o.shipped, 0)::bigint as shipped
              from (select :from::date + n as day from generate_series(0, :until::date - :from::date - 1) as n) d
              left join (select day, sum(orders) as placed, sum(shipped_then) as shipped
                           from insight.order_day
            """ + OF_SPAN + """
                          group by day) o on o.day = d.day
             order by d.day
            """);

    // By the index of what waits for stock: a state alone is in no index (decision 11).
    static final Sql WAITING = Sql.of("""
            select coalesce(sum(quantity), 0)::bigint as units, count(distinct order_id) as orders, min(since) as oldest
              from orders.slice
             where waiting and state = 'BACKORDERED'
            """);

    /** Nothing of an order stands still for longer than there is the order: most open ones need no look at their units. */
    private static final String OLD_ENOUGH = """
               and exists (select 1 from unnest(:bits::int[], :sinces::timestamptz[]) as b (bit, latest)
                            where (o.slice_states & b.bit) <> 0 and o.placed_at < b.latest)
            """;

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
            """ + OLD_ENOUGH + """
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
            """ + OLD_ENOUGH + """
                    limit :limit) c
            """);

    // Order by order, and only those that have units in one of the states at all.
    private static final String STANDING = """
            select o.id, u.since, u.state
              from orders.sales_order o
             cross join lateral (
                   select s.since, s.state
                     from orders.slice s
                     join unnest(:states::text[], :sinces::timestamptz[]) as l (state, latest)
                       on l.state = s.state and s.since < l.latest
                    where s.order_id = o.id
                    order by s.since
                    limit 1) u
             where o.lifecycle in ('PLACED', 'CONFIRMED')
               and not exists (select 1 from orders.hold h where h.order_id = o.id and h.state = 'ACTIVE')
            """ + OLD_ENOUGH;

    static final Sql STUCK_AFTER = Sql.of(STANDING + " and o.id > :after order by o.id limit :limit");
    static final Sql STILL_STUCK = Sql.of(STANDING + " and o.id = any(:ids::bigint[]) order by o.id");

    static final Sql PLACED_ON = Sql.of("""
            select coalesce(sum(orders), 0)::bigint from insight.order_day where day = :day
            """);

    static final Sql CHANNELS = Sql.of("""
            with recursive next as (
                (select channel from insight.order_day order by channel limit 1)
                union all
                select (select d.channel from insight.order_day d where d.channel > n.channel
                         order by d.channel limit 1)
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
        return spanned(STAGES, span).query((row, n) -> stage(row)).list();
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

    /**
     * An order of which something stands still.
     *
     * @param state the one it stands still in, the longest of several
     */
    record StuckOrder(long orderId, Instant since, String state) {}

    /** Those that nobody holds, the oldest orders first. */
    List<StuckOrder> stuckAfter(Map<String, Instant> latestByState, long after, int limit) {
        return limited(STUCK_AFTER, latestByState, Page.rowsFor(limit))
                .param("after", after)
                .query(FlowStore::stuckOrder)
                .list();
    }

    List<StuckOrder> stillStuck(Map<String, Instant> latestByState, Collection<Long> ids) {
        return stateLimits(STILL_STUCK, latestByState)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(FlowStore::stuckOrder)
                .list();
    }

    private static StuckOrder stuckOrder(ResultSet row, int n) throws SQLException {
        return new StuckOrder(row.getLong("id"), Db.instantNotNull(row, "since"), row.getString("state"));
    }

    long stuckOrders(Map<String, Instant> latestByState, int limit) {
        return limited(STUCK_ORDERS, latestByState, limit).query(Long.class).single();
    }

    long placedOn(LocalDate day) {
        return db.sql(PLACED_ON).param("day", day).query(Long.class).single();
    }

    List<String> channels() {
        return db.sql(CHANNELS).query((row, n) -> row.getString("channel")).list();
    }

    private SqlCall limited(Sql sql, Map<String, Instant> latestByState, int limit) {
        return stateLimits(sql, latestByState).param("limit", limit);
    }

    private SqlCall stateLimits(Sql sql, Map<String, Instant> latestByState) {
        List<Map.Entry<String, Instant>> limits = List.copyOf(latestByState.entrySet());
        return db.sql(sql)
                .param("states", limits.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "bits",
                        limits.stream()
                                .mapToInt(each ->
                                        SliceState.valueOf(each.getKey()).bit())
                                .toArray())
                .param(
                        "sinces",
                        Db.timestamps(limits.stream().map(Map.Entry::getValue).toList()));
    }

    private SqlCall spanned(Sql sql, Span span) {
        return db.sql(sql)
                .param("from", span.from())
                .param("until", span.until())
                .param("channel", span.channel())
                .param("node", span.nodeId());
    }
}
