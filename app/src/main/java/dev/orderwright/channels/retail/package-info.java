/**
 * What the rows of a retail invoice file mean: the rules that turn invoices into orders, credits and stock adjustments,
 * the supply these orders need, and the rules that match credits to sales. All of it is pure: no clock and no database,
 * so that a file means the same whenever it is read.
 */
@NullMarked
@ApplicationModule(
        displayName = "Retail import",
        allowedDependencies = {"shared", "channels.retail.file"})
package dev.orderwright.channels.retail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
