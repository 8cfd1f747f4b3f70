/** Points on the earth, how far they are from each other, and which is the nearest. Pure functions. */
@NullMarked
@ApplicationModule(
        displayName = "Distances",
        allowedDependencies = {})
package dev.orderwright.promising.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
