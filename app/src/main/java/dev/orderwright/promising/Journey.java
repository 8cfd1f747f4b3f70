package dev.orderwright.promising;

import java.time.Instant;

/** The way of one order's goods: from any node, by the order's method, to the order's place, near the wished day. */
final class Journey {

    private static final int NO_WISH = Integer.MIN_VALUE;

    private final Instant at;
    private final Reach destination;
    private final DeliveryMethod method;
    private final int wishedDay;

    private Journey(Instant at, Reach destination, DeliveryMethod method, int wishedDay) {
        this.at = at;
        this.destination = destination;
        this.method = method;
        this.wishedDay = wishedDay;
    }

    static Journey of(Demand demand) {
        return new Journey(
                demand.at(),
                Reach.of(Place.of(demand.country(), demand.postcode())),
                DeliveryMethod.of(demand.method()),
                demand.requestedOn() == null
                        ? NO_WISH
                        : Math.toIntExact(demand.requestedOn().toEpochDay()));
    }

    DeliveryZone zone(SourceNode node) {
        return node.reach().to(destination);
    }

    /** When goods that are there now can leave. */
    int shipDay(SourceNode node) {
        return asWished(node, node.calendar().shipDay(at));
    }

    /** When goods can leave that arrive on a day; what is overdue may arrive today at the earliest. */
    int shipDayAfterArrival(SourceNode node, int arrivalDay) {
        int today = node.calendar().localDay(at);
        return asWished(node, node.calendar().shipDayAfterArrival(Math.max(today, arrivalDay)));
    }

    int deliverDay(int shipDay, DeliveryZone zone) {
        return TransitTable.deliverDay(shipDay, zone, method);
    }

    /**
     * A wish for a later day than the soonest one moves the shipping day back as far as the goods still arrive on the
     * wished day or before; it never moves it forward.
     */
    private int asWished(SourceNode node, int soonest) {
        if (wishedDay == NO_WISH || soonest == NodeCalendar.NEVER) {
            return soonest;
        }
        int latest = TransitTable.shipDayFor(wishedDay, zone(node), method);
        return latest <= soonest ? soonest : node.calendar().lastOpenUntil(latest, soonest);
    }
}
