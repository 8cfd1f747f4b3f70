/**
 * Fulfilment: the work a node does for an order, from its release to the last picked unit, and what happens when a node
 * cannot do it.
 *
 * <p>Owned tables (schema {@code fulfilment}): {@code fulfilment_order}, {@code pick_task}.
 *
 * <p>Invariants: what a bin has claimed is the sum of the open rest of its pick tasks, so two pick lists never claim the
 * same units; a fulfilment order's progress follows from its slices; every change of its state is in
 * {@link dev.orderwright.fulfilment.FulfilmentTransitions}. The order row is the lock of everything here.
 *
 * <p>Facts out, on the order: FulfilmentReleased, FulfilmentAccepted, PickingStarted, FulfilmentPicked, FulfilmentPacked,
 * FulfilmentUnpacked, FulfilmentShipped, FulfilmentClosed, FulfilmentRejected, FulfilmentCancelled, UnitsRejected,
 * UnitsShort, CancelRequested, CancelRefused; on the item: BinBlocked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "inventory", "orders", "documents"})
package dev.orderwright.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
