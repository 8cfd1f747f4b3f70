package dev.orderwright.promising;

import java.util.Collection;
import java.util.Map;

/** Tells who stands in line for announced supply already; implemented by who keeps the orders. */
public interface WaitingUnits {

    /** Backordered units by item, without items of which nobody waits. */
    Map<Long, Long> backordered(Collection<Long> itemIds);
}
