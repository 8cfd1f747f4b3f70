package dev.orderwright.billing.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/** What the pages of orders and customers show of their money. */
public final class MoneyPanel {

    private MoneyPanel() {}

    /**
     * The money of an order, on its page.
     *
     * @param back the order's own address
     * @param uncovered what no payment covers, empty when everything is
     * @param refused that the provider has said no to a payment, when and why, and what to do; else empty
     * @param addPayment the fields of a further payment; empty when there is none to add
     */
    public record OfOrder(
            String back,
            List<KeyValue> sums,
            String uncovered,
            String refused,
            List<InvoiceRow> invoices,
            List<InvoicePage.Note> creditNotes,
            List<PaymentRow> payments,
            List<PaymentsPage.Row> transactions,
            List<Field> addPayment) {

        public boolean isEmpty() {
            return invoices.isEmpty() && payments.isEmpty() && addPayment.isEmpty();
        }
    }

    /** One invoice with what is open. */
    public record InvoiceRow(
            String number,
            String url,
            String pdfUrl,
            String issued,
            String due,
            Chip state,
            String total,
            String open) {}

    /** How some of the order is paid. */
    public record PaymentRow(
            String what, List<Chip> chips, String authorised, String captured, String voided, String refunded) {}

    /** What a customer owes us and has with us, on his page. */
    public record OfCustomer(List<KeyValue> standing, String invoicesUrl, List<PayOut> payOuts) {}

    /** The form by which credit in one currency is booked as paid out. */
    public record PayOut(String action, String currency, List<Field> fields) {}
}
