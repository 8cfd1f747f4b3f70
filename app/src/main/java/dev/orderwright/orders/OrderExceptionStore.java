package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What went wrong among orders, read out of their own state, the oldest first. */
@Repository
class OrderExceptionStore {

    private static final String HOLD = """
            select id, order_id, scope, scope_id, line_no, type, blocks, reason, reason_code, reason_values, state,
                   placed_by, placed_at, until,
                   ended_by, ended_at, ended_reason
              from orders.hold
             where state = 'ACTIVE' and type = :type and placed_at <= :before
            """;

    static final Sql HELD = Sql.of(HOLD + " and id > :after order by id limit :limit");
    static final Sql STILL_HELD = Sql.of(HOLD + " and id = any(:ids::bigint[])");

    private static final String WAITING = """
            select s.order_id, min(s.since) as since, count(*) as lines
              from (select s.order_id, s.line_no, min(s.since) as since
                      from orders.slice s
                     where s.waiting and s.state = 'BACKORDERED' and s.ship_on is null
            """;

    /** Lines are looked at for those that are shown, and no others. */
    private static final String WITH_ITEMS = """
            select w.order_id, w.since, w.lines, o.only_node_id is not null as tied,
                   (select string_agg(distinct l.sku, ', ')
                      from orders.slice s
                      join orders.order_line l on l.order_id = s.order_id and l.line_no = s.line_no
                     where s.order_id = w.order_id and s.waiting and s.state = 'BACKORDERED'
                       and s.ship_on is null) as skus
              from w
              join orders.sales_order o on o.id = w.order_id
             order by w.order_id
            """;

    static final Sql NO_SOURCE = Sql.of("with w as (" + WAITING + """
                       and s.order_id > :after
                     group by s.order_id, s.line_no) s
             group by s.order_id
             order by s.order_id
             limit :limit)
            """ + WITH_ITEMS);

    static final Sql STILL_NO_SOURCE = Sql.of("with w as (" + WAITING + """
                       and s.order_id = any(:ids::bigint[])
                     group by s.order_id, s.line_no) s
             group by s.order_id)
            """ + WITH_ITEMS);

    private static final String LATE_ORDER = """
            select o.id
              from orders.sales_order o
             where o.lifecycle in ('PLACED', 'CONFIRMED') and o.expected_on < :today
               and (o.slice_states & :ours) <> 0 and (o.slice_states & :waiting) = 0
               and not exists (select 1 from orders.hold h where h.order_id = o.id and h.state = 'ACTIVE')
            """;

    /** From the open orders, of which the late ones are mostly the oldest. */
    static final Sql LATE = Sql.of(LATE_ORDER + " and o.id > :after order by o.id limit :limit");

    static final Sql STILL_LATE = Sql.of(LATE_ORDER + " and o.id = any(:ids::bigint[])");

    static final Sql WAITING_UNITS = Sql.of("""
            select s.order_id, s.line_no, sum(s.quantity)::bigint as units
              from orders.slice s
             where s.order_id = any(:ids::bigint[]) and s.state = 'BACKORDERED' and s.ship_on is null
             group by s.order_id, s.line_no
             order by s.order_id, s.line_no
            """);

    private static final int WAITS = SliceState.BACKORDERED.bit();
    /** What has not left our hands. */
    private static final int OURS = SliceState.OPEN.bit()
            | SliceState.RESERVED.bit()
            | SliceState.RELEASED.bit()
            | SliceState.PICKED.bit()
            | SliceState.PACKED.bit();

    private final Db db;

    OrderExceptionStore(Db db) {
        this.db = db;
    }

    /**
     * An order of which something waits and nothing is to come.
     *
     * @param lines on how many of its lines
     * @param tied whether it may leave from one node only
     */
    record Waiting(long orderId, Instant since, int lines, String skus, boolean tied) {}

    List<Hold> held(HoldType type, Instant before, long after, int limit) {
        return db.sql(HELD)
                .param("type", type.name())
                .param("before", Db.timestamp(before))
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(HoldStore.ROW)
                .list();
    }

    List<Hold> stillHeld(HoldType type, Instant before, Collection<Long> ids) {
        return db.sql(STILL_HELD)
                .param("type", type.name())
                .param("before", Db.timestamp(before))
                .param("ids", SliceStore.longs(ids))
                .query(HoldStore.ROW)
                .list();
    }

    List<Waiting> noSource(long after, int limit) {
        return db.sql(NO_SOURCE)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(OrderExceptionStore::waiting)
                .list();
    }

    List<Waiting> stillNoSource(Collection<Long> ids) {
        return db.sql(STILL_NO_SOURCE)
                .param("ids", SliceStore.longs(ids))
                .query(OrderExceptionStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        return new Waiting(
                row.getLong("order_id"),
                Db.instantNotNull(row, "since"),
                row.getInt("lines"),
                row.getString("skus"),
                row.getBoolean("tied"));
    }

    List<Long> late(LocalDate today, long after, int limit) {
        return db.sql(LATE)
                .param("today", today)
                .param("ours", OURS)
                .param("waiting", WAITS)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    List<Long> stillLate(LocalDate today, Collection<Long> ids) {
        return db.sql(STILL_LATE)
                .param("today", today)
                .param("ours", OURS)
                .param("waiting", WAITS)
                .param("ids", SliceStore.longs(ids))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Units of a line of an order. */
    record WaitingUnits(long orderId, int lineNo, long units) {}

    List<WaitingUnits> waitingUnits(Collection<Long> orderIds) {
        return db.sql(WAITING_UNITS)
                .param("ids", SliceStore.longs(orderIds))
                .query((row, n) ->
                        new WaitingUnits(row.getLong("order_id"), row.getInt("line_no"), row.getLong("units")))
                .list();
    }
}
