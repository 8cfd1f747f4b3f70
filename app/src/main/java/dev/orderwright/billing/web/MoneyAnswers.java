package dev.orderwright.billing.web;

import dev.orderwright.billing.CreditNote;
import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.InvoiceLine;
import dev.orderwright.billing.InvoiceState;
import dev.orderwright.billing.OrderBilling;
import dev.orderwright.billing.Payment;
import dev.orderwright.billing.PaymentAmounts;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.SettlementKind;
import dev.orderwright.billing.TaxSum;
import dev.orderwright.billing.TransactionKind;
import dev.orderwright.billing.TransactionState;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API answers about invoices, credit notes and payments. Amounts are in minor units of the currency. */
final class MoneyAnswers {

    private MoneyAnswers() {}

    /** @param next the cursor of the next page, null on the last one */
    record InvoiceList(List<InvoiceRow> items, @Nullable String next) {}

    /** @param overdue whether it was due before today and is still open */
    record InvoiceRow(
            String number,
            String order,
            @Nullable String customerId,
            PaymentTerms terms,
            String currency,
            LocalDate issuedOn,
            LocalDate dueOn,
            InvoiceState state,
            boolean overdue,
            long totalMinor,
            long openMinor) {

        static InvoiceRow of(Invoice invoice, LocalDate today) {
            return new InvoiceRow(
                    invoice.number(),
                    invoice.orderNumber(),
                    text(invoice.customerId()),
                    invoice.terms(),
                    invoice.currency(),
                    invoice.issuedOn(),
                    invoice.dueOn(),
                    invoice.state(),
                    invoice.isOverdue(today),
                    invoice.money().total(),
                    invoice.amounts().open());
        }
    }

    /** @param askedMinor captures that the payment provider has not answered yet */
    record InvoiceAnswer(
            InvoiceRow invoice,
            OrderMoney money,
            long creditedMinor,
            long paidMinor,
            long writtenOffMinor,
            long askedMinor,
            @Nullable Instant settledAt,
            Address billTo,
            Address shipTo,
            List<LineAnswer> lines,
            List<TaxSum> taxes,
            List<NoteRow> creditNotes,
            List<SettlementAnswer> settlements) {

        static InvoiceAnswer of(InvoiceDetail detail, LocalDate today, Who who) {
            Invoice invoice = detail.invoice();
            return new InvoiceAnswer(
                    InvoiceRow.of(invoice, today),
                    invoice.money(),
                    invoice.amounts().credited(),
                    invoice.amounts().paid(),
                    invoice.amounts().writtenOff(),
                    invoice.amounts().asked(),
                    invoice.settledAt(),
                    InvoicePages.shown(detail.billTo(), who),
                    InvoicePages.shown(detail.shipTo(), who),
                    detail.lines().stream().map(LineAnswer::of).toList(),
                    detail.taxes(),
                    detail.creditNotes().stream().map(NoteRow::of).toList(),
                    detail.settlements().stream().map(SettlementAnswer::of).toList());
        }
    }

    /** @param quantity in whole units */
    record LineAnswer(
            int position,
            int orderLine,
            String sku,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            OrderMoney money,
            long totalMinor,
            BigDecimal taxPercent,
            String taxCode) {

        static LineAnswer of(InvoiceLine line) {
            return new LineAnswer(
                    line.position(),
                    line.lineNo(),
                    line.sku(),
                    line.description(),
                    Quantities.whole(line.quantity(), line.quantityDecimals()),
                    line.unitPrice().stripTrailingZeros(),
                    line.money(),
                    line.money().total(),
                    line.taxPercent().stripTrailingZeros(),
                    line.taxCode());
        }
    }

    /** @param amountMinor negative when money left the invoice */
    record SettlementAnswer(SettlementKind kind, long amountMinor, String reference, String actor, Instant at) {

        static SettlementAnswer of(InvoiceDetail.Settled settled) {
            return new SettlementAnswer(
                    settled.kind(), settled.amountMinor(), settled.reference(), settled.actor(), settled.at());
        }
    }

    /** A credit note in a list. */
    record NoteRow(String number, LocalDate issuedOn, String currency, long totalMinor) {

        static NoteRow of(CreditNote note) {
            return new NoteRow(
                    note.number(),
                    note.issuedOn(),
                    note.currency(),
                    note.money().total());
        }
    }

    /** A credit note with its lines. */
    record NoteAnswer(
            NoteRow creditNote,
            String invoice,
            String order,
            OrderMoney money,
            Address billTo,
            List<LineAnswer> lines,
            List<TaxSum> taxes) {

        static NoteAnswer of(CreditNoteDetail detail, Who who) {
            return new NoteAnswer(
                    NoteRow.of(detail.creditNote()),
                    detail.invoice().number(),
                    detail.invoice().orderNumber(),
                    detail.creditNote().money(),
                    InvoicePages.shown(detail.billTo(), who),
                    detail.lines().stream().map(LineAnswer::of).toList(),
                    detail.taxes());
        }
    }

    /** The money of one order: what was invoiced and credited, how it is paid, and what providers were asked. */
    record OrderMoneyAnswer(
            String order,
            long authorisedMinor,
            long capturedMinor,
            long voidedMinor,
            long refundedMinor,
            long invoicedMinor,
            long creditedMinor,
            long paidMinor,
            long dueMinor,
            List<InvoiceRow> invoices,
            List<NoteRow> creditNotes,
            List<PaymentAnswer> payments,
            List<TransactionAnswer> transactions) {

        static OrderMoneyAnswer of(String order, OrderBilling money, LocalDate today) {
            return new OrderMoneyAnswer(
                    order,
                    money.authorised(),
                    money.captured(),
                    money.voided(),
                    money.refunded(),
                    money.invoiced(),
                    money.credited(),
                    money.paid(),
                    money.due(),
                    money.invoices().stream()
                            .map(invoice -> InvoiceRow.of(invoice, today))
                            .toList(),
                    money.creditNotes().stream().map(NoteRow::of).toList(),
                    money.payments().stream().map(PaymentAnswer::of).toList(),
                    money.transactions().stream().map(TransactionAnswer::of).toList());
        }
    }

    /** @param stopped the provider has refused to take from it, and nobody has looked yet */
    record PaymentAnswer(
            String id,
            String provider,
            String method,
            String currency,
            long amountMinor,
            @Nullable String authorisation,
            boolean stopped,
            PaymentAmounts amounts,
            Instant createdAt) {

        static PaymentAnswer of(Payment payment) {
            return new PaymentAnswer(
                    Long.toString(payment.id()),
                    payment.provider(),
                    payment.method(),
                    payment.currency(),
                    payment.amountMinor(),
                    payment.authorisation(),
                    payment.stopped(),
                    payment.amounts(),
                    payment.createdAt());
        }
    }

    /** @param next the cursor of the next page, null on the last one */
    record TransactionList(
            List<TransactionAnswer> items, @Nullable String next) {}

    /** @param attention why somebody must look, null when nobody need */
    record TransactionAnswer(
            String id,
            String orderId,
            String paymentId,
            TransactionKind kind,
            String purpose,
            long amountMinor,
            String currency,
            TransactionState state,
            int attempts,
            int lookups,
            @Nullable String reference,
            @Nullable String failureCode,
            @Nullable String failureReason,
            @Nullable String attention,
            Instant requestedAt,
            @Nullable Instant answeredAt) {

        static TransactionAnswer of(PaymentTransaction t) {
            return new TransactionAnswer(
                    Long.toString(t.id()),
                    Long.toString(t.orderId()),
                    Long.toString(t.paymentId()),
                    t.kind(),
                    t.purpose(),
                    t.amountMinor(),
                    t.currency(),
                    t.state(),
                    t.attempts(),
                    t.lookups(),
                    t.reference(),
                    t.failureCode(),
                    t.failureReason(),
                    t.attention(),
                    t.requestedAt(),
                    t.answeredAt());
        }
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
