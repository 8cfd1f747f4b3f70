package dev.orderwright.shipping;

import org.jspecify.annotations.Nullable;

/** What a carrier has seen, in our words, whichever carrier it is. */
public enum TrackingCode {
    /** The carrier knows nothing yet. */
    PENDING(null),
    /** The carrier was told of it and does not have it. */
    INFO_RECEIVED(null),
    IN_TRANSIT(PackageEvent.MOVE),
    OUT_FOR_DELIVERY(PackageEvent.LOAD),
    AVAILABLE_FOR_PICKUP(PackageEvent.OFFER),
    ATTEMPT_FAILED(PackageEvent.MISS),
    DELIVERED(PackageEvent.DELIVER),
    EXCEPTION(PackageEvent.STOP),
    RETURNING(PackageEvent.TURN_BACK),
    RETURNED(PackageEvent.GIVE_BACK),
    /** Nothing was heard for so long that nothing is expected any more. */
    EXPIRED(PackageEvent.STOP);

    private final @Nullable PackageEvent event;

    TrackingCode(@Nullable PackageEvent event) {
        this.event = event;
    }

    /** What it makes of a package; null when it makes nothing of it. */
    public @Nullable PackageEvent event() {
        return event;
    }
}
