package dev.orderwright.documents;

/** A credit note: what is given back, of which invoice, and why; its money has the form of an invoice's. */
public record CreditNoteView(
        Parties parties, Heading heading, Credited credited, InvoiceView.Bill bill, InvoiceView.Settlement settlement) {

    /** The invoice that is corrected, and the reason. */
    public record Credited(String invoice, String reason) {}
}
