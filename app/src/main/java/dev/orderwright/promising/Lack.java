package dev.orderwright.promising;

import org.jspecify.annotations.Nullable;

/** Why a plan leaves something short; the code stands in the stored explanation. */
enum Lack {
    /** Nothing is short. */
    NONE(""),
    /** The nodes together have not enough. */
    NOT_ENOUGH("not-enough"),
    /** There is enough, but at more nodes than the order may be shipped from. */
    SHIPMENT_LIMIT("shipment-limit"),
    /** Part of it is missing, and the order ships complete or not at all. */
    SHIP_COMPLETE("ship-complete"),
    /** It is all there, but at more nodes than allowed, and the order ships complete or not at all. */
    SHIP_COMPLETE_LIMIT("ship-complete-shipment-limit");

    final String code;

    Lack(String code) {
        this.code = code;
    }

    /** True when nothing may ship although something is there. */
    boolean holdsAll() {
        return this == SHIP_COMPLETE || this == SHIP_COMPLETE_LIMIT;
    }

    static Lack of(Demand demand, Wanted wanted, @Nullable Selection best) {
        long reachable = 0;
        for (int i = 0; i < wanted.count; i++) {
            reachable += wanted.reachable[i];
        }
        long covered = best == null ? 0 : best.units;
        if (covered == wanted.units()) {
            return NONE;
        }
        boolean limited = covered < reachable;
        if (!demand.shipComplete()) {
            return limited ? SHIPMENT_LIMIT : NOT_ENOUGH;
        }
        return limited && reachable == wanted.units() ? SHIP_COMPLETE_LIMIT : SHIP_COMPLETE;
    }
}
