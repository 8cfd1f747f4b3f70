package dev.orderwright.delivery.estimate;

/**
 * The way of an order's goods. Names only need to be the same for the same thing.
 *
 * @param shipper the node or seller that hands them over
 * @param origin the area they leave from, for instance the first digits of a postcode
 * @param originRegion the region that lies in
 * @param destination the area they go to
 * @param destinationRegion the region that lies in
 */
public record Lane(
        String shipper,
        String origin,
        String originRegion,
        String destination,
        String destinationRegion,
        double kilometres) {

    public Lane {
        if (!(kilometres >= 0)) {
            throw new IllegalArgumentException("a lane of " + kilometres + " km");
        }
    }
}
