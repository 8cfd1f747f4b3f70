package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.InvoiceKind;
import dev.orderwright.channels.retail.file.RetailRow;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The rows of one invoice number, in the order of the file.
 *
 * @param at the time of the first row; an invoice may span two minutes
 * @param customerId the first one named, empty where none is
 * @param repeated true for rows that came after the invoice had been closed
 */
record RetailInvoice(
        String number, LocalDateTime at, String customerId, String country, boolean repeated, List<RetailRow> rows) {

    static RetailInvoice of(List<RetailRow> rows, boolean repeated) {
        RetailRow first = rows.getFirst();
        String customerId = rows.stream()
                .map(RetailRow::customerId)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        return new RetailInvoice(
                first.invoiceNo(), first.at(), customerId, first.country().strip(), repeated, List.copyOf(rows));
    }

    InvoiceKind kind() {
        return InvoiceKind.of(number);
    }

    boolean hasCustomer() {
        return !customerId.isEmpty();
    }
}
