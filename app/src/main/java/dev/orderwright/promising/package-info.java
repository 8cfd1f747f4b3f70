/**
 * Promises: which node ships what, when it leaves and when it arrives, and why this node.
 *
 * <p>Owns no table: a promise is decided from stock, limits and announced supply of {@code inventory} and kept by
 * {@code orders} on its slices. Here are also the zones, transit days and tariffs that every carrier of our own uses.
 *
 * <p>Invariants: allocations and shortages of a plan add up to its demand; the plans of one run never use a unit twice;
 * no ship date is earlier than the node's calendar allows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "inventory"})
package dev.orderwright.promising;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
