package dev.orderwright.orders;

import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Row;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The list of orders, looked through a window at a time: each kind of list walks one index from the newest order back,
 * and reads no further than the edge of its window, whatever the other filters are and however many orders there are.
 */
@Repository
class OrderListStore {

    private static final String ROWS = """
            select o.id, o.number, o.channel, o.external_id, o.ship_to->>'name' as ship_to_name,
                   o.ship_to->>'country' as country, o.lifecycle, o.priority, o.placed_at, o.total_minor, o.currency,
                   o.promised_on, o.expected_on, u.lines, u.units, h.types
              from (select * from orders.sales_order o
                     where o.lifecycle = any(:lifecycles::text[])
                       and (:states::integer = 0 or (o.slice_states & :states) <> 0)
                       and (:lateOn::date is null or o.expected_on < :lateOn)
                       and (not :held or exists (select 1 from orders.hold h
                                                  where h.order_id = o.id and h.state = 'ACTIVE'
                                                    and (:holdType::text is null or h.type = :holdType)))
                       and (:channel::text is null or o.channel = :channel)
                       and (:customer::bigint is null or o.customer_id = :customer)
                       and (:placedFrom::timestamptz is null or o.placed_at >= :placedFrom)
                       and (:placedUntil::timestamptz is null or o.placed_at < :placedUntil)
                       and (:totalFrom::bigint is null or o.total_minor >= :totalFrom)
                       and (:method::text is null or o.method = :method)
                       and (:expectedFrom::date is null or o.expected_on >= :expectedFrom)
                       and (:expectedUntil::date is null or o.expected_on <= :expectedUntil)
                       and (:item::bigint is null or exists (select 1 from orders.order_line l
                                                              where l.order_id = o.id and l.item_id = :item))
                       and (:node::bigint is null or exists (select 1 from orders.slice s
                                                              where s.order_id = o.id and s.node_id = :node))
            """;

    private static final String OF_UNITS_AND_HOLDS = """
                     limit :limit) o
             cross join lateral (
                   select count(distinct s.line_no) as lines,
                          coalesce(string_agg(s.state || '=' || s.quantity, ','), '') as units
                     from orders.slice s where s.order_id = o.id) u
             cross join lateral (
                   select coalesce(string_agg(distinct h.type, ','), '') as types
                     from orders.hold h where h.order_id = o.id and h.state = 'ACTIVE') h
            """;

    private static final String BY_ID = """
                       and o.id < :before and o.id >= :edge
                     order by o.id desc
            """ + OF_UNITS_AND_HOLDS + " order by o.id desc";

    private static final String IS_OPEN = " and o.lifecycle in ('PLACED', 'CONFIRMED')\n";
    private static final String IS_CANCELLED = " and o.lifecycle in ('CANCELLED', 'REJECTED')\n";

    static final Sql NEWEST = Sql.of(ROWS + BY_ID);
    static final Sql OPEN = Sql.of(ROWS + IS_OPEN + BY_ID);
    static final Sql CANCELLED = Sql.of(ROWS + IS_CANCELLED + BY_ID);
    static final Sql OF_CUSTOMER = Sql.of(ROWS + " and o.customer_id = :customer\n" + BY_ID);

    static final Sql WITH_ITEM = Sql.of(ROWS + """
                       and o.id in (select l.order_id from orders.order_line l
                                     where l.item_id = :item and l.order_id < :before and l.order_id >= :edge)
            """ + BY_ID);

    /** By the moment they were placed, which is not the order of ids where orders of earlier days were brought in. */
    static final Sql PLACED = Sql.of(ROWS + """
                       and (o.placed_at, o.id) < (:beforePlaced::timestamptz, :before)
                       and (o.placed_at, o.id) >= (:edgePlaced::timestamptz, :edge)
                     order by o.placed_at desc, o.id desc
            """ + OF_UNITS_AND_HOLDS + " order by o.placed_at desc, o.id desc");

    private static final String BACK = " and o.id < :before order by o.id desc offset :others limit 1";
    private static final String EDGE =
            "select null::timestamptz as placed_at, o.id from orders.sales_order o where true";

    static final Sql EDGE_NEWEST = Sql.of(EDGE + BACK);
    static final Sql EDGE_OPEN = Sql.of(EDGE + IS_OPEN + BACK);
    static final Sql EDGE_CANCELLED = Sql.of(EDGE + IS_CANCELLED + BACK);
    static final Sql EDGE_OF_CUSTOMER = Sql.of(EDGE + " and o.customer_id = :customer" + BACK);

    static final Sql EDGE_WITH_ITEM = Sql.of("""
            select null::timestamptz as placed_at, l.order_id as id from orders.order_line l
             where l.item_id = :item and l.order_id < :before
             order by l.order_id desc offset :others limit 1
            """);

    static final Sql EDGE_PLACED = Sql.of("""
            select o.placed_at, o.id from orders.sales_order o
             where (o.placed_at, o.id) < (:beforePlaced::timestamptz, :before)
               and (:placedFrom::timestamptz is null or o.placed_at >= :placedFrom)
             order by o.placed_at desc, o.id desc offset :others limit 1
            """);

    static final Sql PLACED_AT = Sql.of("select placed_at from orders.sales_order where id = :id");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** What a list walks along, the most selective first. */
    enum Walk {
        OF_CUSTOMER(OrderListStore.OF_CUSTOMER, EDGE_OF_CUSTOMER, true),
        OPEN(OrderListStore.OPEN, EDGE_OPEN, false),
        WITH_ITEM(OrderListStore.WITH_ITEM, EDGE_WITH_ITEM, true),
        PLACED(OrderListStore.PLACED, EDGE_PLACED, false),
        CANCELLED(OrderListStore.CANCELLED, EDGE_CANCELLED, false),
        NEWEST(OrderListStore.NEWEST, EDGE_NEWEST, false);

        private final Sql list;
        private final Sql edge;
        private final boolean scattered;

        Walk(Sql list, Sql edge, boolean scattered) {
            this.list = list;
            this.edge = edge;
            this.scattered = scattered;
        }

        static Walk of(Filter filter) {
            if (filter.customerId() != null) {
                return OF_CUSTOMER;
            }
            if (filter.view().isOpen()) {
                return OPEN;
            }
            if (filter.itemId() != null) {
                return WITH_ITEM;
            }
            if (filter.placedFrom() != null || filter.placedUntil() != null) {
                return PLACED;
            }
            return filter.view() == View.CANCELLED ? CANCELLED : NEWEST;
        }

        /** Whether neighbours in it lie far apart in the table of orders. */
        boolean isScattered() {
            return scattered;
        }
    }

    /**
     * A place in the list.
     *
     * @param placedAt only where the list goes by it
     */
    record Spot(@Nullable Instant placedAt, long id) {

        static final Spot TOP = new Spot(null, Long.MAX_VALUE);
        static final Spot BOTTOM = new Spot(Instant.parse("0001-01-01T00:00:00Z"), Long.MIN_VALUE);
    }

    private final Db db;

    OrderListStore(Db db) {
        this.db = db;
    }

    /** When an order was placed; empty when there is no such order. */
    Optional<Instant> placedAt(long id) {
        return db.sql(PLACED_AT)
                .param("id", id)
                .query((row, n) -> Db.instantNotNull(row, "placed_at"))
                .optional();
    }

    /** The last place of a window of so many candidates; empty when there are fewer. */
    Optional<Spot> edge(Walk walk, Filter filter, Spot before, int window) {
        SqlCall statement = db.sql(walk.edge).param("before", before.id()).param("others", window - 1);
        switch (walk) {
            case OF_CUSTOMER -> statement.param("customer", filter.customerId());
            case WITH_ITEM -> statement.param("item", filter.itemId());
            case PLACED ->
                statement
                        .param("beforePlaced", Db.timestamp(beforePlaced(filter, before)))
                        .param("placedFrom", Db.timestamp(filter.placedFrom()));
            case OPEN, CANCELLED, NEWEST -> {}
        }
        return statement
                .query((row, n) -> new Spot(Db.instant(row, "placed_at"), row.getLong("id")))
                .optional();
    }

    private static Instant beforePlaced(Filter filter, Spot before) {
        return before.placedAt() != null
                ? before.placedAt()
                : filter.placedUntil() != null ? filter.placedUntil() : LATEST;
    }

    /** The rows before a place, down to the edge and with it. */
    List<Row> list(Walk walk, Filter filter, Spot before, Spot edge, int limit) {
        View view = filter.view();
        SqlCall statement = db.sql(walk.list)
                .param("before", before.id())
                .param("edge", edge.id())
                .param("limit", limit)
                .param("lifecycles", lifecycles(view))
                .param("states", filter.state() != null ? filter.state().bit() : view.states())
                .param("lateOn", view == View.LATE ? filter.today() : null)
                .param("held", view == View.HELD || filter.holdType() != null)
                .param(
                        "holdType",
                        filter.holdType() == null ? null : filter.holdType().name())
                .param("channel", filter.channel())
                .param("customer", filter.customerId())
                .param("placedFrom", Db.timestamp(filter.placedFrom()))
                .param("placedUntil", Db.timestamp(filter.placedUntil()))
                .param("totalFrom", filter.totalFromMinor())
                .param("method", filter.method())
                .param("expectedFrom", filter.expectedFrom())
                .param("expectedUntil", filter.expectedUntil())
                .param("item", filter.itemId())
                .param("node", filter.nodeId());
        if (walk == Walk.PLACED) {
            statement
                    .param("beforePlaced", Db.timestamp(beforePlaced(filter, before)))
                    .param("edgePlaced", Db.timestamp(edge.placedAt()));
        }
        return statement.query((row, n) -> row(row)).list();
    }

    private static String[] lifecycles(View view) {
        return Arrays.stream(Lifecycle.values())
                .filter(view::shows)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        Map<SliceState, Long> units = new EnumMap<>(SliceState.class);
        for (String part : split(row.getString("units"))) {
            int equals = part.indexOf('=');
            units.merge(
                    SliceState.valueOf(part.substring(0, equals)), Long.valueOf(part.substring(equals + 1)), Long::sum);
        }
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("external_id"),
                row.getString("ship_to_name"),
                row.getString("country"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                row.getInt("priority"),
                Db.instantNotNull(row, "placed_at"),
                row.getLong("total_minor"),
                row.getString("currency"),
                Db.date(row, "promised_on"),
                Db.date(row, "expected_on"),
                row.getInt("lines"),
                split(row.getString("types")).stream().map(HoldType::valueOf).toList(),
                units);
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
