package dev.orderwright.walk;

import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.WorkResults;
import dev.orderwright.orders.Backorders.Filled;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackResults;
import dev.orderwright.shipping.Tracked;

/** What came of trying something. */
enum Came {
    DONE,
    REFUSED,
    /** There was nothing that it could have been done to. */
    NOTHING;

    static Came of(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?> done && didSomething(done.answer()) ? DONE : REFUSED;
    }

    static Came of(boolean done) {
        return done ? DONE : REFUSED;
    }

    /** Sets are answered for each of their members. */
    private static boolean didSomething(Object value) {
        return switch (value) {
            case WorkResults works -> works.refused().size() < works.results().size();
            case PackResults packs -> packs.refused().size() < packs.results().size();
            case HandedOver gone -> !gone.shipments().isEmpty();
            case Released released -> !released.works().isEmpty();
            case Tracked tracked -> tracked.booked() > 0;
            case Filled filled -> filled.orders() > 0;
            default -> true;
        };
    }
}
