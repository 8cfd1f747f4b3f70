/**
 * When an order will arrive, with confidence: lead times learned from past deliveries by lane, and dates that hold for
 * half, four fifths and nineteen twentieths of orders. Pure functions on records; nothing is used that was not known when
 * an order was placed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Delivery estimates",
        allowedDependencies = {})
package dev.orderwright.delivery.estimate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
