/**
 * When orders will really arrive: learned from how orders of the past arrived, by node, destination and method. No tables:
 * what would have been said at any moment is told again from the milestones.
 *
 * <p>Invariants: nothing is used that was not known at the moment for which it is said; the same past teaches the same.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "catalog", "inventory", "promising", "delivery.estimate", "orders", "insight"})
package dev.orderwright.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
