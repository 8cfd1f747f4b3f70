package dev.orderwright.delivery;

import dev.orderwright.delivery.estimate.Lane;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Address;
import dev.orderwright.promising.DeliveryZone;
import dev.orderwright.promising.Place;
import dev.orderwright.promising.TransitTable;
import java.util.Locale;

/** What makes orders alike: from where, to where, how fast. Pure. */
public final class LaneRules {

    private static final int AREA_LETTERS = 2;

    private LaneRules() {}

    /** A lane; as no map is at hand, how far it is goes by the carriers' zone. */
    static Lane lane(Node node, Address to, String method) {
        Place from = Place.of(node.country(), node.postcode());
        DeliveryZone zone = TransitTable.zone(from, Place.of(to.country(), to.postcode()));
        return new Lane(
                method + ' ' + node.code(),
                node.country() + ' ' + area(node.postcode()),
                node.country(),
                to.country() + ' ' + area(to.postcode()),
                to.country() + ' ' + zone + ' ' + method,
                kilometres(zone));
    }

    /** The code of the node. */
    public static String node(Lane lane) {
        return lane.shipper().substring(method(lane).length() + 1);
    }

    public static String method(Lane lane) {
        return lane.shipper().substring(0, lane.shipper().indexOf(' '));
    }

    public static String country(Lane lane) {
        return lane.destination().substring(0, lane.destination().indexOf(' '));
    }

    private static String area(String postcode) {
        String tidy = postcode.strip().toUpperCase(Locale.ROOT);
        return tidy.substring(0, Math.min(AREA_LETTERS, tidy.length()));
    }

    /** About, for parcels of the zone. */
    private static double kilometres(DeliveryZone zone) {
        return switch (zone) {
            case DOMESTIC -> 200;
            case REMOTE -> 500;
            case NEAR -> 1_200;
            case FAR -> 8_000;
        };
    }
}
