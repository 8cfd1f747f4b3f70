package dev.orderwright.fulfilment;

import dev.orderwright.orders.Standing;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements that write fulfilment orders, and those that find them by key. Writers hold the locks of the orders. */
@Repository
class FulfilmentStore {

    static final Sql INSERT = Sql.of("""
            insert into fulfilment.fulfilment_order
                   (order_id, id, number, order_number, node_id, state, progress, priority, ship_on, method, channel,
                    value_minor, due_on, placed_at, created_at, updated_at, version)
            select f.order_id, f.id, f.number, f.order_number, f.node_id, 'RELEASED', 'RELEASED', f.priority, f.ship_on,
                   f.method, f.channel, f.value_minor, f.due_on, f.placed_at, :at, :at, 1
              from unnest(:orders::bigint[], :ids::bigint[], :numbers::text[], :orderNumbers::text[], :nodes::bigint[],
                          :priorities::integer[], :ships::date[], :methods::text[], :channels::text[], :values::bigint[],
                          :dues::date[], :placed::timestamptz[])
                   as f (order_id, id, number, order_number, node_id, priority, ship_on, method, channel, value_minor,
                         due_on, placed_at)
            """);

    static final Sql FIND = Sql.of("""
            select id, number, order_id, order_number, node_id, state, progress, priority, ship_on, method, assignee,
                   leased_until, reason, created_at, updated_at, version
              from fulfilment.fulfilment_order
             where id = any(:ids::bigint[])
             order by id
            """);

    static final Sql BY_NUMBER = Sql.of("""
            select id, number, order_id, order_number, node_id, state, progress, priority, ship_on, method, assignee,
                   leased_until, reason, created_at, updated_at, version
              from fulfilment.fulfilment_order
             where number = any(:numbers::text[])
            """);

    static final Sql OF_ORDERS = Sql.of("""
            select id, number, order_id, order_number, node_id, state, progress, priority, ship_on, method, assignee,
                   leased_until, reason, created_at, updated_at, version
              from fulfilment.fulfilment_order
             where order_id = any(:orders::bigint[])
             order by order_id, id
            """);

    static final Sql UPDATE = Sql.of("""
            update fulfilment.fulfilment_order f
               set state = n.state, progress = n.progress, assignee = n.assignee, leased_until = n.leased_until,
                   reason = n.reason, updated_at = :at, version = f.version + 1
              from unnest(:orders::bigint[], :ids::bigint[], :states::text[], :progresses::text[], :assignees::text[],
                          :leases::timestamptz[], :reasons::text[])
                   as n (order_id, id, state, progress, assignee, leased_until, reason)
             where f.order_id = n.order_id and f.id = n.id
            """);

    static final Sql TOUCH = Sql.of("""
            update fulfilment.fulfilment_order
               set version = version + 1, updated_at = :at
             where order_id = any(:orders::bigint[]) and id = any(:ids::bigint[])
            """);

    static final RowMapper<FulfilmentOrder> ROW = (row, n) -> new FulfilmentOrder(
            row.getLong("id"),
            row.getString("number"),
            row.getLong("order_id"),
            row.getString("order_number"),
            row.getLong("node_id"),
            FulfilmentState.valueOf(row.getString("state")),
            FulfilmentState.valueOf(row.getString("progress")),
            row.getInt("priority"),
            Db.date(row, "ship_on"),
            row.getString("method"),
            row.getString("assignee"),
            Db.instant(row, "leased_until"),
            row.getString("reason"),
            Db.instantNotNull(row, "created_at"),
            Db.instantNotNull(row, "updated_at"),
            row.getInt("version"));

    private final Db db;

    FulfilmentStore(Db db) {
        this.db = db;
    }

    /** @param standings of their orders, in the same order */
    void insert(List<FulfilmentOrder> works, List<Standing> standings, Instant at) {
        db.sql(INSERT)
                .param("orders", longs(works, FulfilmentOrder::orderId))
                .param("ids", longs(works, FulfilmentOrder::id))
                .param("numbers", texts(works, FulfilmentOrder::number))
                .param("orderNumbers", texts(works, FulfilmentOrder::orderNumber))
                .param("nodes", longs(works, FulfilmentOrder::nodeId))
                .param(
                        "priorities",
                        works.stream().mapToInt(FulfilmentOrder::priority).toArray())
                .param(
                        "ships",
                        Db.dates(works.stream().map(FulfilmentOrder::shipOn).toList()))
                .param("methods", texts(works, FulfilmentOrder::method))
                .param("channels", standings.stream().map(Standing::channel).toArray(String[]::new))
                .param(
                        "values",
                        standings.stream().mapToLong(Standing::valueMinor).toArray())
                .param("dues", Db.dates(standings.stream().map(Standing::dueOn).toList()))
                .param(
                        "placed",
                        Db.timestamps(standings.stream().map(Standing::placedAt).toList()))
                .param("at", Db.timestamp(at))
                .update();
    }

    List<FulfilmentOrder> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(FIND).param("ids", longs(ids)).query(ROW).list();
    }

    List<FulfilmentOrder> byNumber(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : db.sql(BY_NUMBER)
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(ROW)
                        .list();
    }

    List<FulfilmentOrder> ofOrders(Collection<Long> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : db.sql(OF_ORDERS).param("orders", longs(orderIds)).query(ROW).list();
    }

    /** Writes state, progress, assignment and reason of locked rows. */
    void update(List<FulfilmentOrder> works, Instant at) {
        if (works.isEmpty()) {
            return;
        }
        int changed = db.sql(UPDATE)
                .param("orders", longs(works, FulfilmentOrder::orderId))
                .param("ids", longs(works, FulfilmentOrder::id))
                .param("states", texts(works, work -> work.state().name()))
                .param("progresses", texts(works, work -> work.progress().name()))
                .param(
                        "assignees",
                        works.stream().map(FulfilmentOrder::assignee).toArray(String[]::new))
                .param(
                        "leases",
                        Db.timestamps(
                                works.stream().map(FulfilmentOrder::leasedUntil).toList()))
                .param("reasons", texts(works, FulfilmentOrder::reason))
                .param("at", Db.timestamp(at))
                .update();
        if (changed != works.size()) {
            throw new IllegalStateException("fulfilment orders have gone: " + works);
        }
    }

    /** What they consist of has changed: whoever has them open must notice. */
    void touch(List<FulfilmentOrder> works, Instant at) {
        if (!works.isEmpty()) {
            db.sql(TOUCH)
                    .param("orders", longs(works, FulfilmentOrder::orderId))
                    .param("ids", longs(works, FulfilmentOrder::id))
                    .param("at", Db.timestamp(at))
                    .update();
        }
    }

    static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] longs(List<FulfilmentOrder> works, Function<FulfilmentOrder, Long> column) {
        return works.stream().mapToLong(column::apply).toArray();
    }

    private static String[] texts(List<FulfilmentOrder> works, Function<FulfilmentOrder, String> column) {
        return works.stream().map(column).toArray(String[]::new);
    }
}
