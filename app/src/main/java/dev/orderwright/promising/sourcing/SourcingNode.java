package dev.orderwright.promising.sourcing;

import java.util.List;
import java.util.Set;

/**
 * A node as one order sees it.
 *
 * @param kilometres to the destination
 * @param deliverDay when its goods could be there, counted from 1970-01-01
 * @param offers by line of the order
 */
public record SourcingNode(
        long id,
        String code,
        Conditions conditions,
        double kilometres,
        int deliverDay,
        ShippingTariff tariff,
        long handlingPerShipment,
        long handlingPerUnit,
        List<Offer> offers) {

    /**
     * Under which conditions a node works.
     *
     * @param active false while it is switched off
     * @param closed no open day within reach
     * @param blackout takes no orders at present, for instance during a stock count or a sale
     * @param pickupOnly hands goods to customers but ships nothing
     * @param ordersLeft how many more orders its capacity allows on the day; {@link Long#MAX_VALUE} for no limit
     * @param unitsLeft how many more units
     * @param methods delivery methods that it can send by
     * @param handlesHazardous may handle dangerous goods
     */
    public record Conditions(
            boolean active,
            boolean closed,
            boolean blackout,
            boolean pickupOnly,
            long ordersLeft,
            long unitsLeft,
            Set<String> methods,
            boolean handlesHazardous) {

        /** Works without limits. */
        public static Conditions open(Set<String> methods) {
            return new Conditions(true, false, false, false, Long.MAX_VALUE, Long.MAX_VALUE, Set.copyOf(methods), true);
        }
    }

    /**
     * What a node has of a line.
     *
     * @param carried the node keeps this item at all
     * @param available after safety stock and buffers
     * @param coverDays how many days its stock lasts at the usual demand
     * @param markdown what a unit will lose in value if it stays there, in minor units
     */
    public record Offer(boolean carried, long available, double coverDays, long markdown) {

        /** Enough of it, and no hurry to sell it. */
        public static Offer of(long available) {
            return new Offer(true, available, Double.POSITIVE_INFINITY, 0);
        }
    }

    /**
     * What a carrier takes from a node to the destination, in minor units.
     *
     * @param perShipment whatever it weighs
     * @param perKilogram on top of it
     */
    public record ShippingTariff(long perShipment, double perKilogram) {}

    public SourcingNode {
        offers = List.copyOf(offers);
    }
}
