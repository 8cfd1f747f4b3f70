/**
 * Who gets scarce supply: fair shares by tier and quota, and the backorder run that gives confirmed quantities out anew.
 * Pure functions on records; the same claims and supply always give the same shares.
 */
@NullMarked
@ApplicationModule(
        displayName = "Allocation of scarce supply",
        allowedDependencies = {"shared"})
package dev.orderwright.promising.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
