/**
 * Promises: which node ships what, when it leaves and when it arrives, and why this node.
 *
 * <p>Owned table (schema {@code promising}): {@code strategy} (by what nodes are chosen on which channel, in versions). A
 * promise is decided from stock, limits and announced supply of {@code inventory} and kept by {@code orders} on its slices.
 * Here are also the zones, transit days and tariffs that every carrier of our own uses.
 *
 * <p>Invariants: allocations and shortages of a plan add up to its demand; the plans of one run never use a unit twice;
 * no ship date is earlier than the node's calendar allows; a version of the strategy is never changed.
 *
 * <p>Facts out: SourcingStrategyMade.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "catalog", "inventory", "promising.sourcing", "promising.allocation"})
package dev.orderwright.promising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
