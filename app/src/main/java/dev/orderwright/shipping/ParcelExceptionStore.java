package dev.orderwright.shipping;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shipping.ShipDesk.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What went wrong with packages, by the same partial indexes as the lists of the ship desk. */
@Repository
class ParcelExceptionStore {

    private static final String PARCEL = """
            select p.order_id, p.id, p.number, p.order_number, p.fulfilment_id, p.node_id, p.state, p.weight_grams,
                   p.length_mm, p.width_mm, p.height_mm, p.carrier, p.tracking_number, p.label_attempt, p.shipment_id,
                   p.handed_over_at, p.deliver_on, p.delivered_at, p.created_at, p.updated_at, p.version,
            """;

    private static final String LABEL = PARCEL + """
                   l.state as label_state, l.problem, l.requested_at
              from shipping.package p
              join shipping.label l
                on l.order_id = p.order_id and l.package_id = p.id and l.attempt = p.label_attempt
             where p.state in ('OPEN', 'SEALED', 'LABELLED') and p.state = 'SEALED'
               and l.state = :label and l.requested_at <= :before
            """;

    private static final String UNDER_WAY = PARCEL + """
                   'BOUGHT' as label_state, '' as problem, null::timestamptz as requested_at
              from shipping.package p
             where p.state in ('MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED',
                               'EXCEPTION', 'RETURNING')
            """;

    private static final String TROUBLED = " and p.state in ('ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING')";
    private static final String OVERDUE =
            " and p.state not in ('ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING') and p.deliver_on < :today";
    private static final String PAGE = """
             and (:nodes::bigint[] is null or p.node_id = any(:nodes::bigint[])) and p.id > :after
             order by p.id
             limit :limit
            """;
    private static final String SOME = " and p.id = any(:ids::bigint[]) order by p.id";

    static final Sql LABELS = Sql.of(LABEL + PAGE);
    static final Sql STILL_LABELS = Sql.of(LABEL + SOME);
    static final Sql TROUBLE = Sql.of(UNDER_WAY + TROUBLED + PAGE);
    static final Sql STILL_TROUBLE = Sql.of(UNDER_WAY + TROUBLED + SOME);
    static final Sql LATE = Sql.of(UNDER_WAY + OVERDUE + PAGE);
    static final Sql STILL_LATE = Sql.of(UNDER_WAY + OVERDUE + SOME);

    static final Sql OF_ORDER = Sql.of("""
            select p.id
              from shipping.package p
             where p.order_id = :order and (:nodes::bigint[] is null or p.node_id = any(:nodes::bigint[]))
             order by p.id
            """);

    private final Db db;

    ParcelExceptionStore(Db db) {
        this.db = db;
    }

    List<Long> ofOrder(Reach reach, long orderId) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .param("nodes", reach.ids())
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    List<Row> labels(LabelState state, Instant before, Reach reach, long after, int limit) {
        return page(label(db.sql(LABELS), state, before), reach, after, limit);
    }

    List<Row> stillLabels(LabelState state, Instant before, Collection<Long> ids) {
        return some(label(db.sql(STILL_LABELS), state, before), ids);
    }

    private static SqlCall label(SqlCall statement, LabelState state, Instant before) {
        return statement.param("label", state.name()).param("before", Db.timestamp(before));
    }

    List<Row> trouble(Reach reach, long after, int limit) {
        return page(db.sql(TROUBLE), reach, after, limit);
    }

    List<Row> stillTrouble(Collection<Long> ids) {
        return some(db.sql(STILL_TROUBLE), ids);
    }

    List<Row> late(LocalDate today, Reach reach, long after, int limit) {
        return page(db.sql(LATE).param("today", today), reach, after, limit);
    }

    List<Row> stillLate(LocalDate today, Collection<Long> ids) {
        return some(db.sql(STILL_LATE).param("today", today), ids);
    }

    private static List<Row> page(SqlCall statement, Reach reach, long after, int limit) {
        return statement
                .param("nodes", reach.ids())
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(ShipDeskStore.ROW)
                .list();
    }

    private static List<Row> some(SqlCall statement, Collection<Long> ids) {
        return statement
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(ShipDeskStore.ROW)
                .list();
    }
}
