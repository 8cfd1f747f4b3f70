package dev.orderwright.shipping;

import java.time.Instant;

/**
 * Something a carrier has seen of a parcel.
 *
 * @param carrier its code ({@code OWN}, {@code usps})
 * @param eventId the carrier's own; the same twice is the same event
 * @param at when it happened, by the carrier's clock
 * @param message in the carrier's words
 * @param raw as it was received
 */
public record TrackingEvent(
        String carrier,
        String trackingNumber,
        String eventId,
        TrackingCode code,
        Instant at,
        String place,
        String message,
        String raw) {

    public TrackingEvent {
        if (carrier.isBlank() || trackingNumber.isBlank() || eventId.isBlank()) {
            throw new IllegalArgumentException("an event has a carrier, a tracking number and an id");
        }
    }
}
