package dev.orderwright.billing;

import dev.orderwright.orders.Address;
import java.time.Instant;
import java.util.List;

/** One invoice with everything a page or a printed document needs. */
public record InvoiceDetail(
        Invoice invoice,
        Address billTo,
        Address shipTo,
        List<InvoiceLine> lines,
        List<CreditNote> creditNotes,
        List<Settled> settlements) {

    /**
     * Money that came in for it, or left it.
     *
     * @param amountMinor negative when it left
     */
    public record Settled(SettlementKind kind, long amountMinor, String reference, String actor, Instant at) {}

    public List<TaxSum> taxes() {
        return TaxSum.of(lines);
    }
}
