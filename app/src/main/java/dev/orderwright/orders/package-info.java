/**
 * Orders: a customer's commitment on one channel, from capture to the last unit's end.
 *
 * <p>Owned tables (schema {@code orders}): {@code sales_order}, {@code order_line}, {@code slice} (where all status
 * lives), {@code hold}, {@code cancel_request}, {@code excluded_node}, {@code promise_change} (the days to which
 * promises moved).
 *
 * <p>Invariants: the slices of a line cover its units without gap or overlap; every transition is in
 * {@link dev.orderwright.orders.SliceTransitions} and moves its stock in the same transaction; the order row is the lock
 * of everything that belongs to the order and is always taken before stock rows.
 *
 * <p>Facts out: OrderPlaced, OrderConfirmed, HoldPlaced, HoldReleased, HoldExpired, CustomerHeld, CustomerReleased, UnitsReserved, UnitsBackordered,
 * UnitsCancelled, CancelAsked, CancelAnswered, UnitsTakenBack, NodeExcluded, PromiseMoved, OrderClosed, OrderCancelled, CommentAdded.
 * In: arrivals of stock ({@link dev.orderwright.inventory.ArrivalListener}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "geo",
            "catalog",
            "customers",
            "verification",
            "inventory",
            "promising",
            "documents",
            "workbench"
        })
package dev.orderwright.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
