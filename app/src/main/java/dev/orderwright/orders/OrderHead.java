package dev.orderwright.orders;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order without its lines.
 *
 * @param number for people: {@code SO-100042}
 * @param externalId the channel's own number, unique on the channel
 * @param priority 0 low to 9 high, 5 normal
 * @param shipmentsMax 0 for no limit
 * @param onlyNodeId a person chose this node; the sourcing may not use another
 * @param promisedOn the delivery date that was first promised, null while none can be
 * @param expectedOn the delivery date as it stands now
 * @param sliceStates bit set of the states of its slices
 */
public record OrderHead(
        long id,
        String number,
        String channel,
        String externalId,
        @Nullable Long customerId,
        Lifecycle lifecycle,
        int version,
        String currency,
        int priority,
        Instant placedAt,
        @Nullable LocalDate requestedOn,
        String method,
        PaymentTerms terms,
        int paymentTermsDays,
        boolean shipComplete,
        int shipmentsMax,
        @Nullable Long onlyNodeId,
        Address shipTo,
        @Nullable Address billTo,
        String comment,
        OrderMoney money,
        @Nullable LocalDate promisedShipOn,
        @Nullable LocalDate promisedOn,
        @Nullable LocalDate expectedOn,
        int sliceStates,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    /** True when some units are in the state. */
    public boolean has(SliceState state) {
        return (sliceStates & state.bit()) != 0;
    }

    /** Who is invoiced. */
    public Address invoiceTo() {
        return billTo == null ? shipTo : billTo;
    }
}
