/**
 * Supply and demand of one item by day, and what of it may still be promised for when: available to promise. Pure
 * arithmetic on sorted days; what counts as supply and as demand is decided by who asks.
 */
@NullMarked
@ApplicationModule(
        displayName = "Dated supply",
        allowedDependencies = {})
package dev.orderwright.promising.supply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
