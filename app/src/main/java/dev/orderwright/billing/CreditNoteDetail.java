package dev.orderwright.billing;

import dev.orderwright.orders.Address;
import java.util.List;

/**
 * One credit note with everything a page or a printed document needs.
 *
 * @param lines the credited units as they stood on the invoice, with the money that is credited
 */
public record CreditNoteDetail(
        CreditNote creditNote, Invoice invoice, Address billTo, Address shipTo, List<InvoiceLine> lines) {

    public List<TaxSum> taxes() {
        return TaxSum.of(lines);
    }
}
