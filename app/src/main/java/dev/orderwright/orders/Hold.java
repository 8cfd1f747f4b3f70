package dev.orderwright.orders;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row that blocks named transitions; never a status. Several may be active at once.
 *
 * @param orderId the order it belongs to, null for holds on a customer, an item or a node
 * @param scopeId id of the customer, order, fulfilment order, item or node
 * @param lineNo for LINE holds, else 0
 * @param state {@code ACTIVE}, {@code RELEASED}, {@code REJECTED} or {@code EXPIRED}
 */
public record Hold(
        long id,
        @Nullable Long orderId,
        HoldScope scope,
        long scopeId,
        int lineNo,
        HoldType type,
        Set<HoldBlock> blocks,
        HoldReason why,
        String state,
        String placedBy,
        Instant placedAt,
        @Nullable Instant until,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endedReason) {

    /** As it was written; what the program has found in English. */
    public String reason() {
        return why.text();
    }

    public boolean isActive() {
        return state.equals("ACTIVE");
    }

    /** True when it keeps the slice (or, for null, the order as a whole) from the transition. */
    boolean stops(HoldBlock what, @Nullable Slice slice) {
        if (!isActive() || !blocks.contains(what)) {
            return false;
        }
        return switch (scope) {
            case CUSTOMER, ORDER -> true;
            case LINE -> slice != null && slice.lineNo() == lineNo;
            case FULFILMENT -> slice != null && slice.fulfilmentId() != null && slice.fulfilmentId() == scopeId;
            case ITEM -> slice != null && slice.itemId() == scopeId;
            case NODE -> slice != null && slice.nodeId() != null && slice.nodeId() == scopeId;
        };
    }
}
