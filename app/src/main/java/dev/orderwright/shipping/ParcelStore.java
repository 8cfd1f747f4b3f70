package dev.orderwright.shipping;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import dev.orderwright.shipping.Parcel.Journey;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Parcel.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on packages. Writers hold the locks of the orders. */
@Repository
class ParcelStore {

    static final Sql INSERT = Sql.of("""
            insert into shipping.package
                   (order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                    height_mm, created_at, updated_at, version)
            select p.order_id, p.id, p.number, p.order_number, p.fulfilment_id, p.node_id, p.state, p.weight, p.length,
                   p.width, p.height, :at, :at, 1
              from unnest(:orders::bigint[], :ids::bigint[], :numbers::text[], :orderNumbers::text[],
                          :fulfilments::bigint[], :nodes::bigint[], :states::text[], :weights::bigint[],
                          :lengths::integer[], :widths::integer[], :heights::integer[])
                   as p (order_id, id, number, order_number, fulfilment_id, node_id, state, weight, length, width, height)
            """);

    static final Sql UPDATE = Sql.of("""
            update shipping.package p
               set state = n.state, weight_grams = n.weight, length_mm = n.length, width_mm = n.width,
                   height_mm = n.height, carrier = n.carrier, tracking_number = n.tracking, label_attempt = n.attempt,
                   shipment_id = n.shipment, handed_over_at = n.handed_over, deliver_on = n.deliver_on,
                   delivered_at = n.delivered,
                   ask_at = case when n.under_way then p.ask_at end, updated_at = :at, version = p.version + 1
              from unnest(:orders::bigint[], :ids::bigint[], :states::text[], :weights::bigint[], :lengths::integer[],
                          :widths::integer[], :heights::integer[], :carriers::text[], :trackings::text[],
                          :attempts::integer[], :shipments::bigint[], :handedOver::timestamptz[],
                          :deliverOn::date[], :delivered::timestamptz[], :underWay::boolean[])
                   as n (order_id, id, state, weight, length, width, height, carrier, tracking, attempt, shipment,
                         handed_over, deliver_on, delivered, under_way)
             where p.order_id = n.order_id and p.id = n.id
            """);

    static final Sql FIND = Sql.of("""
            select order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                   height_mm, carrier, tracking_number, label_attempt, shipment_id, handed_over_at, deliver_on,
                   delivered_at, created_at, updated_at, version
              from shipping.package
             where id = any(:ids::bigint[])
             order by id
            """);

    static final Sql BY_NUMBER = Sql.of("""
            select order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                   height_mm, carrier, tracking_number, label_attempt, shipment_id, handed_over_at, deliver_on,
                   delivered_at, created_at, updated_at, version
              from shipping.package
             where number = any(:numbers::text[])
            """);

    static final Sql OF_FULFILMENTS = Sql.of("""
            select order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                   height_mm, carrier, tracking_number, label_attempt, shipment_id, handed_over_at, deliver_on,
                   delivered_at, created_at, updated_at, version
              from shipping.package
             where fulfilment_id = any(:ids::bigint[])
             order by id
            """);

    static final Sql OF_ORDERS = Sql.of("""
            select order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                   height_mm, carrier, tracking_number, label_attempt, shipment_id, handed_over_at, deliver_on,
                   delivered_at, created_at, updated_at, version
              from shipping.package
             where order_id = any(:ids::bigint[])
             order by order_id, id
            """);

    static final Sql AT_NODE = Sql.of("""
            select order_id, id, number, order_number, fulfilment_id, node_id, state, weight_grams, length_mm, width_mm,
                   height_mm, carrier, tracking_number, label_attempt, shipment_id, handed_over_at, deliver_on,
                   delivered_at, created_at, updated_at, version
              from shipping.package
             where state in ('OPEN', 'SEALED', 'LABELLED') and state = any(:states::text[])
               and (:node::bigint is null or node_id = :node)
             order by id
             limit :limit
            """);

    static final RowMapper<Parcel> ROW = (row, n) -> new Parcel(
            row.getLong("order_id"),
            row.getLong("id"),
            row.getString("number"),
            row.getString("order_number"),
            row.getLong("fulfilment_id"),
            row.getLong("node_id"),
            PackageState.valueOf(row.getString("state")),
            new Measures(
                    row.getLong("weight_grams"),
                    row.getInt("length_mm"),
                    row.getInt("width_mm"),
                    row.getInt("height_mm")),
            new Tag(row.getString("carrier"), row.getString("tracking_number"), row.getInt("label_attempt")),
            new Journey(
                    Db.longOrNull(row, "shipment_id"),
                    Db.instant(row, "handed_over_at"),
                    Db.date(row, "deliver_on"),
                    Db.instant(row, "delivered_at")),
            Db.instantNotNull(row, "created_at"),
            Db.instantNotNull(row, "updated_at"),
            row.getInt("version"));

    private final Db db;

    ParcelStore(Db db) {
        this.db = db;
    }

    void insert(List<Parcel> parcels, Instant at) {
        if (!parcels.isEmpty()) {
            measured(db.sql(INSERT), parcels)
                    .param("numbers", texts(parcels, Parcel::number))
                    .param("orderNumbers", texts(parcels, Parcel::orderNumber))
                    .param("fulfilments", longs(parcels, Parcel::fulfilmentId))
                    .param("nodes", longs(parcels, Parcel::nodeId))
                    .param("at", Db.timestamp(at))
                    .update();
        }
    }

    /** Writes everything that changes in the life of packages. */
    void update(List<Parcel> parcels, Instant at) {
        if (parcels.isEmpty()) {
            return;
        }
        int changed = measured(db.sql(UPDATE), parcels)
                .param("carriers", texts(parcels, p -> p.tag().carrier()))
                .param("trackings", texts(parcels, p -> p.tag().trackingNumber()))
                .param(
                        "attempts",
                        parcels.stream().mapToInt(p -> p.tag().attempt()).toArray())
                .param(
                        "shipments",
                        parcels.stream().map(p -> p.journey().shipmentId()).toArray(Long[]::new))
                .param(
                        "handedOver",
                        Db.timestamps(parcels.stream()
                                .map(p -> p.journey().handedOverAt())
                                .toList()))
                .param(
                        "deliverOn",
                        Db.dates(parcels.stream()
                                .map(p -> p.journey().deliverOn())
                                .toList()))
                .param(
                        "delivered",
                        Db.timestamps(parcels.stream()
                                .map(p -> p.journey().deliveredAt())
                                .toList()))
                .param(
                        "underWay",
                        parcels.stream().map(p -> p.state().isUnderWay()).toArray(Boolean[]::new))
                .param("at", Db.timestamp(at))
                .update();
        if (changed != parcels.size()) {
            throw new IllegalStateException("packages have gone, or come twice: " + parcels);
        }
    }

    private static SqlCall measured(SqlCall statement, List<Parcel> parcels) {
        return statement
                .param("orders", longs(parcels, Parcel::orderId))
                .param("ids", longs(parcels, Parcel::id))
                .param("states", texts(parcels, p -> p.state().name()))
                .param("weights", longs(parcels, p -> p.measures().weightGrams()))
                .param(
                        "lengths",
                        parcels.stream().mapToInt(p -> p.measures().lengthMm()).toArray())
                .param(
                        "widths",
                        parcels.stream().mapToInt(p -> p.measures().widthMm()).toArray())
                .param(
                        "heights",
                        parcels.stream().mapToInt(p -> p.measures().heightMm()).toArray());
    }

    List<Parcel> find(Collection<Long> ids) {
        return query(FIND, ids);
    }

    List<Parcel> byNumber(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : db.sql(BY_NUMBER)
                        .param("numbers", numbers.toArray(String[]::new))
                        .query(ROW)
                        .list();
    }

    List<Parcel> ofFulfilments(Collection<Long> fulfilmentIds) {
        return query(OF_FULFILMENTS, fulfilmentIds);
    }

    List<Parcel> ofOrders(Collection<Long> orderIds) {
        return query(OF_ORDERS, orderIds);
    }

    private List<Parcel> query(Sql sql, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(sql).param("ids", longs(ids)).query(ROW).list();
    }

    /** Packages that are still in our hands, oldest first. */
    List<Parcel> atNode(@Nullable Long nodeId, Collection<PackageState> states, int limit) {
        return db.sql(AT_NODE)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("node", nodeId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] longs(List<Parcel> parcels, ToLongFunction<Parcel> column) {
        return parcels.stream().mapToLong(column).toArray();
    }

    private static String[] texts(List<Parcel> parcels, Function<Parcel, String> column) {
        return parcels.stream().map(column).toArray(String[]::new);
    }
}
