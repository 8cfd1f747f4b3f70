package dev.orderwright.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The work one node does for one order.
 *
 * @param number for people and scanners: {@code FO-100042}
 * @param progress how far the work is; {@code state} differs from it only while or after something was asked about it
 * @param priority of the order when it was released: 0 low to 9 high
 * @param shipOn the day it is to leave the node
 * @param method {@code STANDARD} or {@code EXPRESS}
 * @param assignee who picks it; nobody else may until the lease runs out
 * @param reason why it was rejected, or what the node answered last to a wish to cancel
 */
public record FulfilmentOrder(
        long id,
        String number,
        long orderId,
        String orderNumber,
        long nodeId,
        FulfilmentState state,
        FulfilmentState progress,
        int priority,
        @Nullable LocalDate shipOn,
        String method,
        @Nullable String assignee,
        @Nullable Instant leasedUntil,
        String reason,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** True while somebody else holds it. */
    public boolean isHeldFrom(String person, Instant at) {
        return assignee != null && !assignee.equals(person) && leasedUntil != null && leasedUntil.isAfter(at);
    }

    /** True once somebody has begun to walk and until the node is done. */
    public boolean isBegun() {
        return !state.isEnded() && progress.compareTo(FulfilmentState.PICKING) >= 0;
    }

    FulfilmentOrder with(FulfilmentState newState, FulfilmentState newProgress, String newReason) {
        return new FulfilmentOrder(
                id,
                number,
                orderId,
                orderNumber,
                nodeId,
                newState,
                newProgress,
                priority,
                shipOn,
                method,
                assignee,
                leasedUntil,
                newReason,
                createdAt,
                updatedAt,
                version);
    }

    FulfilmentOrder assignedTo(String person, Instant until) {
        return new FulfilmentOrder(
                id,
                number,
                orderId,
                orderNumber,
                nodeId,
                state,
                progress,
                priority,
                shipOn,
                method,
                person,
                until,
                reason,
                createdAt,
                updatedAt,
                version);
    }
}
