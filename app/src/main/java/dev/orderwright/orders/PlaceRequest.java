package dev.orderwright.orders;

import dev.orderwright.shared.Cause;

/**
 * One order to be placed.
 *
 * @param cause its {@code at} is the moment the customer ordered
 */
public record PlaceRequest(Cause cause, OrderDraft draft) {}
