package dev.orderwright.inventory;

import dev.orderwright.shared.Run;
import java.util.Collection;

/**
 * Hears, inside the transaction of the arrival, that units of items have become available, or that they are announced for
 * other days than before. Whoever waits for stock takes it here, so that nobody else can be faster.
 */
public interface ArrivalListener {

    /** The place to lock what has to be locked before stock rows. */
    void beforeStockIsLocked(Run run, Collection<Long> itemIds);

    /** The units are there and can be reserved, or the supply is written as it is now. */
    void afterArrival(Run run, Collection<Long> itemIds);
}
