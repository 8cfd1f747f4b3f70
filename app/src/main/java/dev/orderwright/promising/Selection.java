package dev.orderwright.promising;

import org.jspecify.annotations.Nullable;

/**
 * A set of nodes that would ship one order together, and what that would mean. A line goes whole to the best ranked node
 * that has all of it; only when no node of the set has, it is split over them in the order of their ranks.
 */
final class Selection {

    /** In the order of their ranks. */
    final Source[] sources;

    /** By source. */
    final long[] unitsFrom;

    /** By source, in minor units. */
    final long[] costFrom;

    final int itemsWhole;
    final long units;
    final long cost;
    final int shipDay;
    final int deliverDay;

    private Selection(Source[] sources, long[] unitsFrom, long[] costFrom, int itemsWhole) {
        this.sources = sources;
        this.unitsFrom = unitsFrom;
        this.costFrom = costFrom;
        this.itemsWhole = itemsWhole;
        units = sum(unitsFrom);
        cost = sum(costFrom);
        int lastShip = 0;
        int lastDelivery = 0;
        for (Source source : sources) {
            lastShip = Math.max(lastShip, source.shipDay);
            lastDelivery = Math.max(lastDelivery, source.deliverDay);
        }
        shipDay = lastShip;
        deliverDay = lastDelivery;
    }

    static Selection of(Source[] sources, Wanted wanted, DeliveryMethod method) {
        long[] units = new long[sources.length];
        long[] weights = new long[sources.length];
        long[] shares = new long[sources.length];
        int itemsWhole = 0;
        for (int i = 0; i < wanted.count; i++) {
            long covered = share(sources, wanted, i, shares);
            itemsWhole += covered == wanted.quantities[i] ? 1 : 0;
            for (int s = 0; s < sources.length; s++) {
                units[s] += shares[s];
                weights[s] += wanted.weight(i, shares[s]);
            }
        }
        long[] costs = new long[sources.length];
        for (int s = 0; s < sources.length; s++) {
            costs[s] = Tariffs.priceMinor(sources[s].zone, method, weights[s]);
        }
        return new Selection(sources, units, costs, itemsWhole);
    }

    /** Gives out one item; returns how much of it the sources have together. */
    static long share(Source[] sources, Wanted wanted, int item, long[] shares) {
        long open = wanted.quantities[item];
        int whole = -1;
        for (int s = 0; s < sources.length && whole < 0; s++) {
            whole = sources[s].usable[item] == open ? s : -1;
        }
        for (int s = 0; s < sources.length; s++) {
            shares[s] = whole >= 0 && whole != s ? 0 : Math.min(open, sources[s].usable[item]);
            open -= shares[s];
        }
        return wanted.quantities[item] - open;
    }

    /** Most lines whole, most units, fewest shipments, cheapest, soonest there, soonest away; then the lower ranks. */
    boolean isBetterThan(@Nullable Selection other) {
        if (other == null) {
            return true;
        }
        int order = Integer.compare(other.itemsWhole, itemsWhole);
        order = order != 0 ? order : Long.compare(other.units, units);
        order = order != 0 ? order : Integer.compare(sources.length, other.sources.length);
        order = order != 0 ? order : Long.compare(cost, other.cost);
        order = order != 0 ? order : Integer.compare(deliverDay, other.deliverDay);
        order = order != 0 ? order : Integer.compare(shipDay, other.shipDay);
        for (int s = 0; order == 0 && s < sources.length; s++) {
            order = Integer.compare(sources[s].rank, other.sources[s].rank);
        }
        return order < 0;
    }

    boolean holds(Source source) {
        for (Source own : sources) {
            if (own == source) {
                return true;
            }
        }
        return false;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
