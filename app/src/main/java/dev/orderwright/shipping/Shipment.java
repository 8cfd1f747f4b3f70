package dev.orderwright.shipping;

import java.time.Instant;

/**
 * One hand-over of packages of one fulfilment order: what leaves together, and what is invoiced.
 *
 * @param number for people: {@code SH-100042}
 * @param manifest the list that the carrier signed for: {@code MF-100042}
 * @param units in the items' smallest units
 */
public record Shipment(
        long id,
        String number,
        long orderId,
        long fulfilmentId,
        long nodeId,
        String manifest,
        String carrier,
        int packages,
        long units,
        long weightGrams,
        Instant at) {}
