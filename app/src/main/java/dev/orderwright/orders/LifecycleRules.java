package dev.orderwright.orders;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the slices make of their order. Pure. */
final class LifecycleRules {

    private LifecycleRules() {}

    /** An order whose units have all come to their end is closed; one whose units are all cancelled is cancelled. */
    static Lifecycle after(LockedOrder order) {
        Lifecycle now = order.head().lifecycle();
        if (!now.isOpen()) {
            return now;
        }
        if (order.slices().stream().anyMatch(slice -> !slice.state().isEnded())) {
            return now;
        }
        boolean allCancelled = order.slices().stream().allMatch(slice -> slice.state() == SliceState.CANCELLED);
        return allCancelled ? Lifecycle.CANCELLED : Lifecycle.CLOSED;
    }

    /** The day by which everything that is still to come should have been delivered; null while some part has no date. */
    static @Nullable LocalDate expectedOn(List<Slice> slices) {
        boolean undated =
                slices.stream().anyMatch(slice -> slice.state() == SliceState.BACKORDERED && slice.deliverOn() == null);
        if (undated) {
            return null;
        }
        return slices.stream()
                .filter(slice -> slice.state() != SliceState.CANCELLED)
                .map(Slice::deliverOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
