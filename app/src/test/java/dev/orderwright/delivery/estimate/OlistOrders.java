package dev.orderwright.delivery.estimate;

import dev.orderwright.promising.geo.GeoPoint;
import dev.orderwright.promising.geo.OlistData;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The delivered orders of Olist as past orders: from the first seller of the order to its customer. */
final class OlistOrders {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Where a postcode area is not on the map. */
    private static final double USUAL_KILOMETRES = 500;

    private record Place(String zip, String state) {}

    private OlistOrders() {}

    static List<PastOrder> delivered() {
        Map<String, GeoPoint> middles = OlistData.middles();
        Map<String, Place> customers = places("customers", "customer");
        Map<String, Place> sellers = places("sellers", "seller");
        Map<String, String> sellerOf = new HashMap<>();
        OlistData.forEachRow("order_items", row -> sellerOf.putIfAbsent(row.get("order_id"), row.get("seller_id")));
        List<PastOrder> orders = new ArrayList<>();
        OlistData.forEachRow("orders", row -> {
            String seller = sellerOf.get(row.get("order_id"));
            String delivered = row.get("order_delivered_customer_date");
            if (row.get("order_status").equals("delivered") && !delivered.isEmpty() && seller != null) {
                Place from = Objects.requireNonNull(sellers.get(seller));
                Place to = Objects.requireNonNull(customers.get(row.get("customer_id")));
                GeoPoint start = middles.get(from.zip());
                GeoPoint end = middles.get(to.zip());
                double kilometres = start == null || end == null ? USUAL_KILOMETRES : start.kilometresTo(end);
                Lane lane = new Lane(
                        seller,
                        from.zip().substring(0, 3),
                        from.state(),
                        to.zip().substring(0, 2),
                        to.state(),
                        kilometres);
                orders.add(new PastOrder(
                        lane,
                        LocalDateTime.parse(row.get("order_purchase_timestamp"), TIME),
                        LocalDateTime.parse(delivered, TIME)));
            }
        });
        return orders;
    }

    private static Map<String, Place> places(String what, String prefix) {
        Map<String, Place> places = new HashMap<>();
        OlistData.forEachRow(
                what,
                row -> places.put(
                        row.get(prefix + "_id"),
                        new Place(row.get(prefix + "_zip_code_prefix"), row.get(prefix + "_state"))));
        return places;
    }
}
