/**
 * A simulated company: a warehouse that picks, packs and ships, customers who pay, and a carrier's day, on any business
 * date. It works through the same façades as people and machines do and keeps nothing of its own; what it has to do is
 * what the other modules say is waiting. Imports that go the whole way, the demo company and benchmarks use it.
 *
 * <p>Owned tables: none. Facts: none of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "orders", "fulfilment", "shipping", "billing"})
package dev.orderwright.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
