/**
 * Shares a scarce item out anew among the orders that have it and those that wait for it (a backorder run): who may gain and
 * who may lose is said by policies, how much by a rule, and it is looked at before it is done.
 *
 * <p>Owned table (schema {@code allocation}): {@code run} (inputs and outcome of each run, never changed).
 *
 * <p>Invariants: only units on which nobody works yet change hands; what one order gains, another has lost or was free, all
 * in one transaction. The pure run over the stored inputs comes to the stored shares.
 *
 * <p>Facts out: BackorderRunMade, and on each order that gained or lost UnitsGained, UnitsLost.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "inventory", "promising", "orders"})
package dev.orderwright.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
