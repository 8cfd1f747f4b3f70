/**
 * The sourcing optimum: which nodes ship an order so that it costs least, and why. Pure functions in small steps: {@link
 * dev.orderwright.promising.sourcing.SourcingConstraint} refuses candidates with evidence, {@link
 * dev.orderwright.promising.sourcing.CostModel} prices what is left, {@link
 * dev.orderwright.promising.sourcing.SourcingSolver} finds the cheapest plan, {@link
 * dev.orderwright.promising.sourcing.Sourcing} writes down the plan, what it beat and by how much. And the same for many
 * open orders at once: {@link dev.orderwright.promising.sourcing.Backlog}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sourcing",
        allowedDependencies = {})
package dev.orderwright.promising.sourcing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
