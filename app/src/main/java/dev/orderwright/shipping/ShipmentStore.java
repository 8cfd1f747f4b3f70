package dev.orderwright.shipping;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on shipments and manifests: written once, never changed. */
@Repository
class ShipmentStore {

    static final Sql INSERT_MANIFESTS = Sql.of("""
            insert into shipping.manifest (id, number, carrier, node_id, packages, at, actor)
            select m.id, m.number, m.carrier, m.node_id, m.packages, :at, :actor
              from unnest(:ids::bigint[], :numbers::text[], :carriers::text[], :nodes::bigint[], :packages::integer[])
                   as m (id, number, carrier, node_id, packages)
            """);

    static final Sql INSERT = Sql.of("""
            insert into shipping.shipment
                   (order_id, id, number, fulfilment_id, node_id, manifest_id, carrier, packages, units, weight_grams, at)
            select s.order_id, s.id, s.number, s.fulfilment_id, s.node_id, s.manifest_id, s.carrier, s.packages, s.units,
                   s.weight, :at
              from unnest(:orders::bigint[], :ids::bigint[], :numbers::text[], :fulfilments::bigint[], :nodes::bigint[],
                          :manifests::bigint[], :carriers::text[], :packages::integer[], :units::bigint[],
                          :weights::bigint[])
                   as s (order_id, id, number, fulfilment_id, node_id, manifest_id, carrier, packages, units, weight)
            """);

    static final Sql OF_ORDERS = Sql.of("""
            select s.order_id, s.id, s.number, s.fulfilment_id, s.node_id, m.number as manifest, s.carrier, s.packages,
                   s.units, s.weight_grams, s.at
              from shipping.shipment s
              join shipping.manifest m on m.id = s.manifest_id
             where s.order_id = any(:orders::bigint[])
             order by s.order_id, s.id
            """);

    private static final RowMapper<Shipment> ROW = (row, n) -> new Shipment(
            row.getLong("id"),
            row.getString("number"),
            row.getLong("order_id"),
            row.getLong("fulfilment_id"),
            row.getLong("node_id"),
            row.getString("manifest"),
            row.getString("carrier"),
            row.getInt("packages"),
            row.getLong("units"),
            row.getLong("weight_grams"),
            Db.instantNotNull(row, "at"));

    private final Db db;

    ShipmentStore(Db db) {
        this.db = db;
    }

    /** What a carrier takes along from a node at once. */
    record Manifest(long id, String number, String carrier, long nodeId, int packages) {}

    /** A shipment that stands on a manifest. */
    record Listed(Shipment shipment, long manifestId) {}

    void insertManifests(List<Manifest> manifests, Instant at, String actor) {
        db.sql(INSERT_MANIFESTS)
                .param("ids", manifests.stream().mapToLong(Manifest::id).toArray())
                .param("numbers", manifests.stream().map(Manifest::number).toArray(String[]::new))
                .param("carriers", manifests.stream().map(Manifest::carrier).toArray(String[]::new))
                .param("nodes", manifests.stream().mapToLong(Manifest::nodeId).toArray())
                .param(
                        "packages",
                        manifests.stream().mapToInt(Manifest::packages).toArray())
                .param("at", Db.timestamp(at))
                .param("actor", actor)
                .update();
    }

    void insert(List<Listed> listed, Instant at) {
        List<Shipment> shipments = listed.stream().map(Listed::shipment).toList();
        db.sql(INSERT)
                .param("orders", longs(shipments, Shipment::orderId))
                .param("ids", longs(shipments, Shipment::id))
                .param("numbers", texts(shipments, Shipment::number))
                .param("fulfilments", longs(shipments, Shipment::fulfilmentId))
                .param("nodes", longs(shipments, Shipment::nodeId))
                .param(
                        "manifests",
                        listed.stream().mapToLong(Listed::manifestId).toArray())
                .param("carriers", texts(shipments, Shipment::carrier))
                .param(
                        "packages",
                        shipments.stream().mapToInt(Shipment::packages).toArray())
                .param("units", longs(shipments, Shipment::units))
                .param("weights", longs(shipments, Shipment::weightGrams))
                .param("at", Db.timestamp(at))
                .update();
    }

    List<Shipment> ofOrders(Collection<Long> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : db.sql(OF_ORDERS)
                        .param("orders", ParcelStore.longs(orderIds))
                        .query(ROW)
                        .list();
    }

    private static long[] longs(List<Shipment> shipments, ToLongFunction<Shipment> column) {
        return shipments.stream().mapToLong(column).toArray();
    }

    private static String[] texts(List<Shipment> shipments, Function<Shipment, String> column) {
        return shipments.stream().map(column).toArray(String[]::new);
    }
}
