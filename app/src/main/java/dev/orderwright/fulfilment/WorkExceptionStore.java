package dev.orderwright.fulfilment;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import dev.orderwright.shared.exceptions.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What went wrong with the nodes' work. The index of open work serves it. */
@Repository
class WorkExceptionStore {

    private static final String OPEN = """
            select id, number, order_id, order_number, node_id, state, progress, priority, ship_on, method, assignee,
                   leased_until, reason, created_at, updated_at, version
              from fulfilment.fulfilment_order
             where progress not in ('SHIPPED', 'CLOSED') and state not in ('REJECTED', 'CANCELLED')
            """;

    private static final String ASKED = " and state = 'CANCEL_REQUESTED'";
    private static final String LATE = """
             and state in ('RELEASED', 'ACCEPTED', 'PICKING', 'PICKED', 'CANCEL_REFUSED')
             and progress in ('RELEASED', 'ACCEPTED', 'PICKING', 'PICKED')
             and (ship_on < :today or ship_on is null and created_at < :before)
            """;
    private static final String PAGE = """
             and (:nodes::bigint[] is null or node_id = any(:nodes::bigint[])) and id > :after
             order by id
             limit :limit
            """;
    private static final String SOME = " and id = any(:ids::bigint[]) order by id";

    static final Sql CANCEL_ASKED = Sql.of(OPEN + ASKED + PAGE);
    static final Sql STILL_ASKED = Sql.of(OPEN + ASKED + SOME);
    static final Sql NOT_DONE = Sql.of(OPEN + LATE + PAGE);
    static final Sql STILL_NOT_DONE = Sql.of(OPEN + LATE + SOME);

    static final Sql OF_ORDER = Sql.of("""
            select id
              from fulfilment.fulfilment_order
             where order_id = :order and (:nodes::bigint[] is null or node_id = any(:nodes::bigint[]))
             order by id
            """);

    private final Db db;

    WorkExceptionStore(Db db) {
        this.db = db;
    }

    List<FulfilmentOrder> cancelAsked(Reach reach, long after, int limit) {
        return page(db.sql(CANCEL_ASKED), reach, after, limit);
    }

    List<FulfilmentOrder> stillAsked(Collection<Long> ids) {
        return some(db.sql(STILL_ASKED), ids);
    }

    List<Long> ofOrder(Reach reach, long orderId) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .param("nodes", reach.ids())
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** @param before what has no day and is older than this is late */
    List<FulfilmentOrder> notDone(LocalDate today, Instant before, Reach reach, long after, int limit) {
        return page(late(db.sql(NOT_DONE), today, before), reach, after, limit);
    }

    List<FulfilmentOrder> stillNotDone(LocalDate today, Instant before, Collection<Long> ids) {
        return some(late(db.sql(STILL_NOT_DONE), today, before), ids);
    }

    private static SqlCall late(SqlCall statement, LocalDate today, Instant before) {
        return statement.param("today", today).param("before", Db.timestamp(before));
    }

    private static List<FulfilmentOrder> page(SqlCall statement, Reach reach, long after, int limit) {
        return statement
                .param("nodes", reach.ids())
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(FulfilmentStore.ROW)
                .list();
    }

    private static List<FulfilmentOrder> some(SqlCall statement, Collection<Long> ids) {
        return statement
                .param("ids", FulfilmentStore.longs(ids))
                .query(FulfilmentStore.ROW)
                .list();
    }
}
