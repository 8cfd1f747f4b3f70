/**
 * Sources what is reserved and not released of all orders anew, together, so that fewer shipments leave: it is looked at
 * first, and then done exactly as it was looked at; what has changed meanwhile is left as it is.
 *
 * <p>Owned tables (schema {@code backlog}): {@code run} (how far it is, what it comes to), {@code change} (what moves of each
 * order, and what became of it).
 *
 * <p>Invariants: no order arrives later than it was promised, gets more shipments or loses a unit; orders of a step change
 * together in one transaction or not at all; a run that is broken off goes on where it was.
 *
 * <p>Facts out: BacklogRunAsked, BacklogRunApplied, BacklogRunStopped, and on each order that moved OrderSourcedAnew.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "inventory", "promising", "orders"})
package dev.orderwright.backlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
