/**
 * What if: orders of a period of the past are played again under two versions of the sourcing strategy, side by side.
 *
 * <p>Owned table (schema {@code whatif}): {@code run} (what was asked, how far it is, what came of it).
 *
 * <p>Invariants: a run only reads; nothing is reserved, no fact of an order is written. Both sides begin with the same stock,
 * as the ledger tells it, and are measured by the same amounts. The same run over the same ledger comes to the same result.
 *
 * <p>Facts out: WhatIfAsked, WhatIfStopped.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "inventory", "promising", "orders"})
package dev.orderwright.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
