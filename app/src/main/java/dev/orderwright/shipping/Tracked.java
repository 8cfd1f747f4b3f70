package dev.orderwright.shipping;

import java.util.List;

/**
 * What became of a carrier's events.
 *
 * @param booked events that were new
 * @param repeated events that were known
 * @param unknown events of parcels that nobody knows; they are kept until somebody does
 */
public record Tracked(int booked, int repeated, int unknown, List<Moved> moved) {

    public Tracked {
        moved = List.copyOf(moved);
    }

    /** A package that is somewhere else now. */
    public record Moved(long packageId, String number, PackageState state) {}
}
