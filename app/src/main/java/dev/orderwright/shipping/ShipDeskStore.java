package dev.orderwright.shipping;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shipping.ShipDesk.Counts;
import dev.orderwright.shipping.ShipDesk.ParcelFilter;
import dev.orderwright.shipping.ShipDesk.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The lists of the ship desk. Each has a partial index that holds only what is still of interest. */
@Repository
class ShipDeskStore {

    static final Sql AT_NODE = Sql.of("""
            select p.order_id, p.id, p.number, p.order_number, p.fulfilment_id, p.node_id, p.state, p.weight_grams,
                   p.length_mm, p.width_mm, p.height_mm, p.carrier, p.tracking_number, p.label_attempt, p.shipment_id,
                   p.handed_over_at, p.deliver_on, p.delivered_at, p.created_at, p.updated_at, p.version,
                   l.state as label_state, coalesce(l.problem, '') as problem, l.requested_at
              from shipping.package p
              left join shipping.label l
                on l.order_id = p.order_id and l.package_id = p.id and l.attempt = p.label_attempt
             where p.state in ('OPEN', 'SEALED', 'LABELLED') and p.state = :state
               and (:node::bigint is null or p.node_id = :node)
               and (:asked::boolean is null or (l.state is not distinct from 'REQUESTED') = :asked)
               and p.id > :after
             order by p.id
             limit :limit
            """);

    static final Sql UNDER_WAY = Sql.of("""
            select p.order_id, p.id, p.number, p.order_number, p.fulfilment_id, p.node_id, p.state, p.weight_grams,
                   p.length_mm, p.width_mm, p.height_mm, p.carrier, p.tracking_number, p.label_attempt, p.shipment_id,
                   p.handed_over_at, p.deliver_on, p.delivered_at, p.created_at, p.updated_at, p.version,
                   'BOUGHT' as label_state, '' as problem, null::timestamptz as requested_at
              from shipping.package p
             where p.state in ('MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED',
                               'EXCEPTION', 'RETURNING')
               and (:node::bigint is null or p.node_id = :node)
               and (:late::date is null or p.deliver_on < :late)
               and (not :trouble or p.state in ('ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING'))
               and p.id > :after
             order by p.id
             limit :limit
            """);

    static final Sql DELIVERED = Sql.of("""
            select p.order_id, p.id, p.number, p.order_number, p.fulfilment_id, p.node_id, p.state, p.weight_grams,
                   p.length_mm, p.width_mm, p.height_mm, p.carrier, p.tracking_number, p.label_attempt, p.shipment_id,
                   p.handed_over_at, p.deliver_on, p.delivered_at, p.created_at, p.updated_at, p.version,
                   'BOUGHT' as label_state, '' as problem, null::timestamptz as requested_at
              from shipping.package p
             where p.state = 'DELIVERED' and p.delivered_at is not null
               and (:node::bigint is null or p.node_id = :node)
               and (:at::timestamptz is null or (p.delivered_at, p.id) < (:at::timestamptz, :before::bigint))
             order by p.delivered_at desc, p.id desc
             limit :limit
            """);

    static final Sql COUNT_AT_NODE = Sql.of("""
            select count(*) filter (where p.state = 'OPEN') as packing,
                   count(*) filter (where p.state = 'SEALED' and l.state is distinct from 'REQUESTED') as to_label,
                   count(*) filter (where p.state = 'SEALED' and l.state = 'FAILED') as failed,
                   count(*) filter (where p.state = 'SEALED' and l.state = 'REQUESTED') as asked,
                   count(*) filter (where p.state = 'LABELLED') as to_hand_over,
                   min(p.updated_at) filter (where p.state = 'SEALED' and l.state is distinct from 'REQUESTED')
                       as oldest_to_label,
                   min(p.updated_at) filter (where p.state = 'SEALED' and l.state = 'FAILED') as oldest_failed,
                   min(l.requested_at) filter (where p.state = 'SEALED' and l.state = 'REQUESTED') as oldest_asked,
                   min(p.updated_at) filter (where p.state = 'LABELLED') as oldest_to_hand_over
              from shipping.package p
              left join shipping.label l
                on l.order_id = p.order_id and l.package_id = p.id and l.attempt = p.label_attempt
             where p.state in ('OPEN', 'SEALED', 'LABELLED')
               and (:node::bigint is null or p.node_id = :node)
            """);

    static final Sql LEAVING = Sql.of("""
            select p.node_id, p.carrier, count(*) as packages
              from shipping.package p
             where p.state in ('OPEN', 'SEALED', 'LABELLED') and p.state = 'LABELLED'
             group by p.node_id, p.carrier
            """);

    static final Sql COUNT_UNDER_WAY = Sql.of("""
            select count(*) as under_way,
                   count(*) filter (where p.deliver_on < :today) as late,
                   count(*) filter (where p.state in ('ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING')) as trouble,
                   min(p.handed_over_at) as oldest_under_way,
                   min(p.deliver_on) filter (where p.deliver_on < :today) as oldest_late,
                   min(p.updated_at) filter (where p.state in ('ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING'))
                       as oldest_trouble
              from shipping.package p
             where p.state in ('MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED',
                               'EXCEPTION', 'RETURNING')
               and (:node::bigint is null or p.node_id = :node)
            """);

    static final RowMapper<Row> ROW = (row, n) -> {
        @Nullable String label = row.getString("label_state");
        return new Row(
                ParcelStore.ROW.mapRow(row, n),
                label == null ? null : LabelState.valueOf(label),
                row.getString("problem"),
                Db.instant(row, "requested_at"));
    };

    List<ShipDesk.Leaving> leaving() {
        return db.sql(LEAVING)
                .query((row, n) ->
                        new ShipDesk.Leaving(row.getLong("node_id"), row.getString("carrier"), row.getLong("packages")))
                .list();
    }

    private record AtNode(long packing, Backlog toLabel, Backlog failed, Backlog asked, Backlog toHandOver) {}

    private record UnderWay(Backlog all, Backlog late, Backlog trouble) {}

    private static Backlog backlog(ResultSet row, String count, String oldest) throws SQLException {
        return new Backlog(row.getLong(count), Db.instant(row, oldest));
    }

    /** What was promised for a day is late from its end, by the calendar of the company. */
    private static Backlog late(ResultSet row, ZoneId zone) throws SQLException {
        LocalDate first = row.getObject("oldest_late", LocalDate.class);
        return new Backlog(
                row.getLong("late"),
                first == null ? null : first.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private final Db db;
    private final Company company;

    ShipDeskStore(Db db, Company company) {
        this.db = db;
        this.company = company;
    }

    /** Packages that have not arrived yet, by id. */
    List<Row> open(ParcelFilter filter, long after, int limit) {
        return switch (filter.list()) {
            case PACKING -> atNode(filter, PackageState.OPEN, null, after, limit);
            case TO_LABEL -> atNode(filter, PackageState.SEALED, false, after, limit);
            case LABEL_ASKED -> atNode(filter, PackageState.SEALED, true, after, limit);
            case TO_HAND_OVER -> atNode(filter, PackageState.LABELLED, null, after, limit);
            case UNDER_WAY -> underWay(filter, null, false, after, limit);
            case LATE -> underWay(filter, filter.today(), false, after, limit);
            case TROUBLE -> underWay(filter, null, true, after, limit);
            case DELIVERED -> throw new IllegalArgumentException("delivered packages are not open");
        };
    }

    private List<Row> atNode(ParcelFilter filter, PackageState state, @Nullable Boolean asked, long after, int limit) {
        return db.sql(AT_NODE)
                .param("state", state.name())
                .param("node", filter.nodeId())
                .param("asked", asked)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    private List<Row> underWay(ParcelFilter filter, @Nullable LocalDate late, boolean trouble, long after, int limit) {
        return db.sql(UNDER_WAY)
                .param("node", filter.nodeId())
                .param("late", late)
                .param("trouble", trouble)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** What arrived before a moment, the newest first. */
    List<Row> delivered(ParcelFilter filter, long beforeMicros, long beforeId, int limit) {
        Instant at = beforeMicros == Long.MAX_VALUE ? null : Instant.EPOCH.plus(beforeMicros, ChronoUnit.MICROS);
        return db.sql(DELIVERED)
                .param("node", filter.nodeId())
                .param("at", Db.timestamp(at))
                .param("before", beforeId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Counts counts(@Nullable Long nodeId, LocalDate today) {
        AtNode here = db.sql(COUNT_AT_NODE)
                .param("node", nodeId)
                .query((row, n) -> new AtNode(
                        row.getLong("packing"),
                        backlog(row, "to_label", "oldest_to_label"),
                        backlog(row, "failed", "oldest_failed"),
                        backlog(row, "asked", "oldest_asked"),
                        backlog(row, "to_hand_over", "oldest_to_hand_over")))
                .single();
        UnderWay gone = db.sql(COUNT_UNDER_WAY)
                .param("node", nodeId)
                .param("today", today)
                .query((row, n) -> new UnderWay(
                        backlog(row, "under_way", "oldest_under_way"),
                        late(row, company.zone()),
                        backlog(row, "trouble", "oldest_trouble")))
                .single();
        return new Counts(
                here.packing(),
                here.toLabel(),
                here.failed(),
                here.asked(),
                here.toHandOver(),
                gone.all(),
                gone.late(),
                gone.trouble());
    }
}
