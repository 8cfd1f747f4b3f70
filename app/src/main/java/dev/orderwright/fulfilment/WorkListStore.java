package dev.orderwright.fulfilment;

import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.orders.Priorities;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The work lists. The index of open work serves them all. */
@Repository
class WorkListStore {

    static final Sql LIST = Sql.of("""
            select f.id, f.number, f.order_id, f.order_number, f.node_id, f.state, f.progress, f.priority, f.ship_on,
                   f.method, f.assignee, f.leased_until, f.reason, f.created_at, f.updated_at, f.version, f.rank,
                   t.stops, t.units, t.open_units
              from (select *, shared.rank_of(priority, channel, value_minor, due_on, coalesce(placed_at, created_at),
                                             :formula::jsonb) as rank
                      from fulfilment.fulfilment_order) f
             cross join lateral (
                   select count(*) filter (where p.quantity > p.picked + p.missing + p.dropped) as stops,
                          coalesce(sum(p.quantity - p.missing - p.dropped), 0) as units,
                          coalesce(sum(p.quantity - p.picked - p.missing - p.dropped), 0) as open_units
                     from fulfilment.pick_task p
                    where p.order_id = f.order_id and p.fulfilment_id = f.id) t
             where f.progress not in ('SHIPPED', 'CLOSED') and f.state not in ('REJECTED', 'CANCELLED')
               and f.progress = any(:progresses::text[])
               and (:state::text is null or f.state = :state)
               and (:node::bigint is null or f.node_id = :node)
               and (:assignee::text is null or f.assignee = :assignee)
               and (-f.rank, coalesce(f.ship_on, 'infinity'), f.id)
                   > (:urgency::bigint, :shipOn::date, :after::bigint)
             order by f.rank desc, f.ship_on, f.id
             limit :limit
            """);

    static final Sql OLDEST_FIRST = Sql.of("""
            select f.id, f.number, f.order_id, f.order_number, f.node_id, f.state, f.progress, f.priority, f.ship_on,
                   f.method, f.assignee, f.leased_until, f.reason, f.created_at, f.updated_at, f.version,
                   0 as rank, t.stops, t.units, t.open_units
              from fulfilment.fulfilment_order f
             cross join lateral (
                   select count(*) filter (where p.quantity > p.picked + p.missing + p.dropped) as stops,
                          coalesce(sum(p.quantity - p.missing - p.dropped), 0) as units,
                          coalesce(sum(p.quantity - p.picked - p.missing - p.dropped), 0) as open_units
                     from fulfilment.pick_task p
                    where p.order_id = f.order_id and p.fulfilment_id = f.id) t
             where f.progress not in ('SHIPPED', 'CLOSED') and f.state not in ('REJECTED', 'CANCELLED')
               and f.progress = any(:progresses::text[])
               and (:state::text is null or f.state = :state)
               and (:node::bigint is null or f.node_id = :node)
               and f.id > :after
             order by f.id
             limit :limit
            """);

    static final Sql COUNTS = Sql.of("""
            select f.progress, count(*) as works, count(*) filter (where f.state = 'CANCEL_REQUESTED') as asked,
                   min(case when f.progress = 'PICKED' then f.updated_at else f.created_at end) as oldest,
                   min(f.updated_at) filter (where f.state = 'CANCEL_REQUESTED') as oldest_asked
              from fulfilment.fulfilment_order f
             where f.progress not in ('SHIPPED', 'CLOSED') and f.state not in ('REJECTED', 'CANCELLED')
               and (:node::bigint is null or f.node_id = :node)
             group by f.progress
            """);

    private static final RowMapper<WorkRow> WORK = (row, n) -> new WorkRow(
            FulfilmentStore.ROW.mapRow(row, n),
            row.getLong("rank"),
            row.getInt("stops"),
            row.getLong("units"),
            row.getLong("open_units"));

    private final Db db;
    private final Priorities priorities;

    WorkListStore(Db db, Priorities priorities) {
        this.db = db;
        this.priorities = priorities;
    }

    /** Where a list begins. */
    static final Cursor START = Cursor.of(Long.MIN_VALUE, "-infinity", 0);

    private static final String UNDATED = "infinity";

    /** The place of a row in the order of the lists. */
    static Cursor placeOf(WorkRow row) {
        FulfilmentOrder work = row.work();
        return Cursor.of(
                -row.rank(), work.shipOn() == null ? UNDATED : work.shipOn().toString(), work.id());
    }

    List<WorkRow> list(WorkFilter filter, Cursor after, int limit) {
        String shipOn = after.string(1);
        if (!shipOn.equals(UNDATED) && !shipOn.equals(START.string(1))) {
            shipOn = after.day(1).toString();
        }
        return db.sql(LIST)
                .param("formula", priorities.current().withoutAge().json())
                .param("urgency", after.number(0))
                .param("shipOn", shipOn)
                .param("after", after.number(2))
                .param("progresses", progresses(filter.list()))
                .param("state", filter.list() == WorkList.CANCEL_ASKED ? "CANCEL_REQUESTED" : null)
                .param("node", filter.nodeId())
                .param("assignee", filter.assignee())
                .param("limit", limit)
                .query(WORK)
                .list();
    }

    List<WorkRow> oldestFirst(WorkList list, @Nullable Long nodeId, long after, int limit) {
        return db.sql(OLDEST_FIRST)
                .param("after", after)
                .param("progresses", progresses(list))
                .param("state", list == WorkList.CANCEL_ASKED ? "CANCEL_REQUESTED" : null)
                .param("node", nodeId)
                .param("limit", limit)
                .query(WORK)
                .list();
    }

    private static String[] progresses(WorkList list) {
        return switch (list) {
            case TO_ACCEPT -> new String[] {"RELEASED"};
            case TO_PICK -> new String[] {"ACCEPTED"};
            case IN_PICKING -> new String[] {"PICKING"};
            case TO_PACK -> new String[] {"PICKED"};
            case TO_SHIP -> new String[] {"PACKED"};
            case CANCEL_ASKED -> new String[] {"ACCEPTED", "PICKING", "PICKED", "PACKED"};
        };
    }

    Map<WorkList, Backlog> backlogs(@Nullable Long nodeId) {
        Map<WorkList, Backlog> counts = new EnumMap<>(WorkList.class);
        for (WorkList list : WorkList.values()) {
            counts.put(list, Backlog.NONE);
        }
        db.sql(COUNTS).param("node", nodeId).query(row -> {
            Backlog works = new Backlog(row.getLong("works"), Db.instant(row, "oldest"));
            switch (FulfilmentState.valueOf(row.getString("progress"))) {
                case RELEASED -> counts.put(WorkList.TO_ACCEPT, works);
                case ACCEPTED -> counts.put(WorkList.TO_PICK, works);
                case PICKING -> counts.put(WorkList.IN_PICKING, works);
                case PICKED -> counts.put(WorkList.TO_PACK, works);
                case PACKED -> counts.put(WorkList.TO_SHIP, works);
                case SHIPPED, CLOSED, REJECTED, CANCEL_REQUESTED, CANCELLED, CANCEL_REFUSED ->
                    throw new IllegalStateException("finished work in the counts");
            }
            counts.merge(
                    WorkList.CANCEL_ASKED,
                    new Backlog(row.getLong("asked"), Db.instant(row, "oldest_asked")),
                    Backlog::and);
        });
        return counts;
    }
}
