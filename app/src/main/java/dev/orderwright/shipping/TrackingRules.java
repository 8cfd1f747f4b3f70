package dev.orderwright.shipping;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a package's events say together, in whatever order they came. Pure. */
final class TrackingRules {

    /** By their own time; of two at the same time the one that is further counts. */
    private static final Comparator<TrackingEvent> BY_TIME = Comparator.comparing(TrackingEvent::at)
            .thenComparing(TrackingEvent::code)
            .thenComparing(TrackingEvent::eventId);

    private TrackingRules() {}

    /**
     * The event that tells where the package is; empty while no event says anything. Delivered is final, whatever else
     * was seen; then returned; else the last event counts.
     */
    static Optional<TrackingEvent> decisive(Collection<TrackingEvent> events) {
        return first(events, TrackingCode.DELIVERED)
                .or(() -> first(events, TrackingCode.RETURNED))
                .or(() -> events.stream()
                        .filter(event -> event.code().event() != null)
                        .max(BY_TIME));
    }

    private static Optional<TrackingEvent> first(Collection<TrackingEvent> events, TrackingCode code) {
        return events.stream().filter(event -> event.code() == code).min(BY_TIME);
    }

    /** What happens to a package in a state when its events say this; empty when it is there already, or may not go. */
    static Optional<PackageEvent> next(PackageState now, Collection<TrackingEvent> events) {
        return decisive(events)
                .flatMap(event -> Optional.ofNullable(event.code().event()))
                .filter(event -> event.to() != now && PackageTransitions.isLegal(now, event));
    }

    /** When it was delivered, by the carrier's clock. */
    static Optional<Instant> deliveredAt(Collection<TrackingEvent> events) {
        return first(events, TrackingCode.DELIVERED).map(TrackingEvent::at);
    }
}
