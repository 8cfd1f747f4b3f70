package dev.orderwright.channels.retail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gathers what comes of an invoice while its rows are worked off. */
final class RetailTally {

    private final String invoiceNo;
    private final byte[] contentHash;
    private final Instant at;
    private final int rows;
    private @Nullable Long orderId;
    private int orderLines;
    private long ordered;
    private long backordered;
    private long orderedMinor;
    private long cancelled;
    private long cancelledMinor;
    private long credited;
    private long creditedMinor;
    private long found;
    private long writtenOff;
    private long ledgerMinor;
    private long unbookedMinor;

    RetailTally(RetailDecision decision, byte[] contentHash, Instant at) {
        this.invoiceNo = decision.invoice().number();
        this.contentHash = contentHash;
        this.at = at;
        this.rows = decision.outcomes().size();
    }

    void ordered(long order, int lines, long units, long waiting, long minor) {
        orderId = order;
        orderLines = lines;
        ordered = units;
        backordered = waiting;
        orderedMinor = minor;
    }

    void cancelled(long units, long minor) {
        cancelled += units;
        cancelledMinor += minor;
    }

    void credited(long units, long minor) {
        credited += units;
        creditedMinor += minor;
    }

    void adjusted(long delta) {
        found += Math.max(0, delta);
        writtenOff += Math.max(0, -delta);
    }

    void ledger(long minor) {
        ledgerMinor += minor;
    }

    void unbooked(long minor) {
        unbookedMinor += minor;
    }

    RetailEffect effect() {
        return new RetailEffect(
                invoiceNo,
                contentHash,
                at,
                rows,
                orderId,
                orderLines,
                ordered,
                backordered,
                orderedMinor,
                cancelled,
                cancelledMinor,
                credited,
                creditedMinor,
                found,
                writtenOff,
                ledgerMinor,
                unbookedMinor);
    }
}
