package dev.orderwright.billing;

import dev.orderwright.documents.Document;
import java.time.LocalDate;

/** Papers of invoices for whoever sends them to the customer: nothing on them is covered. Declared here for those modules. */
public interface BillPapers {

    /** The invoice, as it stands today. */
    Document invoice(InvoiceDetail detail, LocalDate today);
}
