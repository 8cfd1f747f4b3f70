package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.channels.retail.file.RetailRow;
import java.util.List;
import java.util.function.Consumer;

/** Retail invoices for tests, made of retail rows. */
final class RetailInvoiceData {

    private RetailInvoiceData() {}

    static RetailInvoice invoice(RetailRow... rows) {
        return RetailInvoice.of(List.of(rows), false);
    }

    /** Every invoice of the real file, decided. */
    static void forEachInvoice(Consumer<RetailDecision> taker) {
        RetailInvoices invoices = new RetailInvoices(invoice -> taker.accept(RetailRules.decide(invoice)));
        RetailData.forEachRow(RetailData.realFile(), invoices::add);
        invoices.close();
    }
}
