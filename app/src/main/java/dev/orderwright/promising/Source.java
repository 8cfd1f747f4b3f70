package dev.orderwright.promising;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A node that may serve one order: how far it is, when it could ship, and what it has of what is wanted. */
final class Source {

    /** Cheapest, then soonest there, then soonest away, then the older node. */
    static final Comparator<Source> RANK = Comparator.<Source>comparingLong(source -> source.cost)
            .thenComparingInt(source -> source.deliverDay)
            .thenComparingInt(source -> source.shipDay)
            .thenComparingLong(source -> source.node.id());

    final int position;
    final SourceNode node;
    final DeliveryZone zone;
    final int shipDay;
    final int deliverDay;
    /** By position of {@link Wanted}; never more than wanted. */
    long[] usable = {};

    long units;
    /** Carriage of everything reachable from here, in one shipment. */
    long cost;

    int rank;
    private @Nullable LocalDate shipOn;
    private @Nullable LocalDate deliverOn;

    Source(int position, SourceNode node, DeliveryZone zone, int shipDay, int deliverDay) {
        this.position = position;
        this.node = node;
        this.zone = zone;
        this.shipDay = shipDay;
        this.deliverDay = deliverDay;
    }

    /** The same node on the same days, of which nothing has been asked yet. */
    Source again() {
        Source source = new Source(position, node, zone, shipDay, deliverDay);
        source.shipOn = shipOn();
        source.deliverOn = deliverOn();
        return source;
    }

    boolean hasAll(Wanted wanted) {
        for (int i = 0; i < wanted.count; i++) {
            if (usable[i] < wanted.reachable[i]) {
                return false;
            }
        }
        return true;
    }

    LocalDate shipOn() {
        LocalDate day = shipOn;
        if (day == null) {
            day = LocalDate.ofEpochDay(shipDay);
            shipOn = day;
        }
        return day;
    }

    LocalDate deliverOn() {
        LocalDate day = deliverOn;
        if (day == null) {
            day = LocalDate.ofEpochDay(deliverDay);
            deliverOn = day;
        }
        return day;
    }
}
