package dev.orderwright.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What came of a run. Amounts are minor units of the tariffs' currency.
 *
 * @param until up to when orders were played: the end of the period, or earlier where it has more than are played
 * @param measuredBy the version whose amounts and weights told the cost of both
 * @param base what would have become of the orders under the version that is compared with
 * @param test the same under the version that is tried out
 * @param different orders that would have come from elsewhere, in other parcels or on other days
 * @param examples those of them whose cost differs most
 */
public record WhatIfResult(
        Instant until, boolean cutShort, int measuredBy, Side base, Side test, long different, List<Example> examples) {

    public WhatIfResult {
        examples = List.copyOf(examples);
    }

    /**
     * One of the two sides.
     *
     * @param units that were ordered, in smallest units of their items
     * @param unserved units for which nothing was there until the end
     * @param splitOrders orders that came in more than one parcel
     * @param carriageMinor by the tariffs, unweighted
     * @param costMinor by the name of the part ({@code SHIPPING}, {@code SPLIT}), as it was measured
     * @param wished orders with a wished day of which something was sent
     * @param late those of them of which something came later
     * @param lateDays how much later, of all of them together
     * @param served orders of which something was sent
     * @param deliveryDays from the day of the order to the last delivery, of all of them together
     * @param nodes by code
     * @param days by the day on which orders were placed
     */
    public record Side(
            long orders,
            long units,
            long unserved,
            long shipments,
            long splitOrders,
            long carriageMinor,
            Map<String, Long> costMinor,
            long wished,
            long late,
            long lateDays,
            long served,
            long deliveryDays,
            List<NodeLoad> nodes,
            List<Day> days) {

        public Side {
            costMinor = Map.copyOf(costMinor);
            nodes = List.copyOf(nodes);
            days = List.copyOf(days);
        }

        /** All parts of the cost. */
        public long cost() {
            return costMinor.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What a node would have sent.
     *
     * @param busiest on the day on which it would have sent most parcels
     */
    public record NodeLoad(String node, long shipments, long units, long busiest, LocalDate busiestOn) {}

    /** What was placed on a day. */
    public record Day(LocalDate day, long orders, long shipments, long costMinor) {}

    /**
     * An order that would have been served in another way.
     *
     * @param base its parcels under the version that is compared with
     */
    public record Example(
            String orderId, String number, List<Part> base, List<Part> test, long baseCostMinor, long testCostMinor) {

        public Example {
            base = List.copyOf(base);
            test = List.copyOf(test);
        }
    }

    /** A parcel. */
    public record Part(String node, long units, LocalDate deliverOn) {}
}
