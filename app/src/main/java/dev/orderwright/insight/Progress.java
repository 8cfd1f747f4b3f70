package dev.orderwright.insight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a batch of facts tells of one order; null and 0 where it tells nothing. */
final class Progress {

    final long orderId;
    String channel = "";

    @Nullable
    Instant placedAt;

    @Nullable
    LocalDate promisedOn;

    @Nullable
    Long nodeId;

    long unitsReserved;
    long unitsBackordered;
    long unitsCancelled;
    int shipments;
    boolean harmed;

    @Nullable
    Instant releasedAt;

    @Nullable
    Instant pickedAt;

    @Nullable
    Instant shippedAt;

    @Nullable
    Instant deliveredAt;

    @Nullable
    Instant endedAt;

    Progress(long orderId) {
        this.orderId = orderId;
    }

    boolean isPlaced() {
        return placedAt != null;
    }
}
