package dev.orderwright.billing;

import java.util.List;

/** The answer to receipts, used credit or write-offs: what became of each invoice, in order. */
public record Received(List<Line> lines) {

    /**
     * One invoice.
     *
     * @param appliedMinor what it took off the open amount
     * @param creditedMinor what was more than open, and is the customer's credit with us now
     * @param openMinor what is still open
     */
    public record Line(String invoice, long appliedMinor, long creditedMinor, long openMinor, InvoiceState state) {}
}
