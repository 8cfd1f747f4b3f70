package dev.orderwright.fulfilment;

/**
 * A node's answer to the open wishes to cancel units of its work.
 *
 * @param confirmed whether it has stopped
 * @param reason why not, when it has not
 */
public record CancelAnswer(long fulfilmentId, boolean confirmed, String reason) {}
