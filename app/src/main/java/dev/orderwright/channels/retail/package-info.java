/**
 * Retail invoice files: what their rows mean, and the import that lives through them day by day. The rules that turn
 * invoices into orders, credits and stock adjustments, the supply these orders need, and the matching of credits with
 * sales are pure, so that a file means the same whenever it is read; the import carries out what they say in sets, under
 * keys made of the file, so that it can break off anywhere and go on.
 */
@NullMarked
@ApplicationModule(
        displayName = "Retail import",
        allowedDependencies = {
            "shared",
            "channels",
            "channels.retail.file",
            "catalog",
            "customers",
            "inventory",
            "orders",
            "billing",
            "simulation"
        })
package dev.orderwright.channels.retail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
