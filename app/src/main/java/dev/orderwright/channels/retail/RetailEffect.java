package dev.orderwright.channels.retail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one invoice, in units and in cents.
 *
 * @param orderId the order it asked for, null where it asked for none or was refused
 * @param ordered units of goods on the order
 * @param backordered of these, how many waited for supply when it was placed
 * @param cancelled units that were not shipped yet and are not wanted any more
 * @param credited units that were shipped and came back
 * @param ledgerMinor money that concerns the ledger only
 * @param unbookedMinor money that was not booked; its rows are listed
 */
record RetailEffect(
        String invoiceNo,
        byte[] contentHash,
        Instant at,
        int rows,
        @Nullable Long orderId,
        int orderLines,
        long ordered,
        long backordered,
        long orderedMinor,
        long cancelled,
        long cancelledMinor,
        long credited,
        long creditedMinor,
        long found,
        long writtenOff,
        long ledgerMinor,
        long unbookedMinor) {}
