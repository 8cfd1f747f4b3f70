/**
 * The demo company: a few weeks of real orders that lead up to today and stand at every stage of their way, so that a
 * first look at any screen shows something. It is made once, on an empty database, through the façades that everybody
 * uses; a program that was stopped in the middle goes on with it when it starts again.
 *
 * <p>Owned tables: none. Facts: DemoBegun and DemoMade, which say how far it is. The orders are a sample of the data set "Online Retail" (see NOTICE).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "channels",
            "catalog",
            "customers",
            "inventory",
            "orders",
            "fulfilment",
            "shipping",
            "simulation"
        })
package dev.orderwright.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
