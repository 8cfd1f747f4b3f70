package dev.orderwright.shipping;

import dev.orderwright.orders.Address;

/**
 * What a carrier is asked for when a label is bought. It is kept as it was asked, so that a reprint is the same label.
 *
 * @param key the carrier's idempotency key: the same key gives the same label
 * @param packageNumber ours, printed on the label
 * @param orderNumber ours, printed on the label
 * @param method {@code STANDARD} or {@code EXPRESS}
 * @param number which of {@code count} packages of the same work it is
 */
public record LabelWish(
        String key,
        String packageNumber,
        String orderNumber,
        Address from,
        Address to,
        String method,
        long weightGrams,
        int number,
        int count) {}
