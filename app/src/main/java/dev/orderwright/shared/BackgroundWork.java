package dev.orderwright.shared;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Work that waits in tables and is done round by round: the state is the queue, so nothing is lost between rounds, and a
 * round may run on any program node. Beans of this type are run by {@link Workers}.
 */
public interface BackgroundWork {

    /** Stable, for logs and metrics: {@code fill-backorders}. */
    String name();

    /** How long to rest after a round that found nothing. */
    Duration rest();

    /** Does one bounded round; returns how much was done, 0 when nothing waits. */
    int round();

    /** Whether its rounds move orders on by the clock; they rest while somebody works {@linkplain Workers#alone() alone}. */
    default boolean movesOrders() {
        return false;
    }

    /**
     * Whether it only keeps something up that is read, such as the search: then it goes slowly while callers {@linkplain
     * Workers#callersWait() wait}, as long as it is not far {@linkplain #behind() behind}, and catches up after.
     */
    default boolean givesWay() {
        return false;
    }

    /**
     * For how long the oldest of what it should have done by now has waited. Work that {@linkplain #givesWay() gives way}
     * does so the less the further it is behind, so that in a rush without end it lags, but by no more than a minute.
     */
    default Duration behind() {
        return Duration.ZERO;
    }

    /** Work that moves orders on by the clock and needs no class of its own. */
    static BackgroundWork onOrders(String name, Duration rest, IntSupplier round) {
        return new Named(name, rest, true, round);
    }

    /** Work under a name. */
    record Named(String name, Duration rest, boolean movesOrders, IntSupplier work) implements BackgroundWork {

        @Override
        public int round() {
            return work.getAsInt();
        }
    }
}
