package dev.orderwright.billing;

import dev.orderwright.billing.InvoiceRules.Settled;
import dev.orderwright.billing.MoneyChanges.CreditEntry;
import dev.orderwright.billing.MoneyChanges.Settlement;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The payments and invoices of one locked order, and everything that can happen between them. It decides and keeps the
 * new amounts; what is to be written it hands to {@link MoneyChanges}. Pure: no clock, no database.
 */
final class OrderAccount {

    private final long orderId;
    private final MoneyChanges changes;
    private final LongSupplier ids;
    private final OrderPayments payments;
    private final Map<Long, InvoiceBalance> invoices = new TreeMap<>();

    OrderAccount(long orderId, MoneyChanges changes, LongSupplier ids, Instant at) {
        this.orderId = orderId;
        this.changes = changes;
        this.ids = ids;
        payments = new OrderPayments(orderId, changes, ids, at);
    }

    void add(InvoiceBalance invoice) {
        invoices.put(invoice.id(), invoice);
    }

    OrderPayments payments() {
        return payments;
    }

    InvoiceBalance invoice(long id) {
        return Objects.requireNonNull(invoices.get(id), () -> "order " + orderId + " has no invoice " + id);
    }

    List<InvoiceBalance> invoices() {
        return List.copyOf(invoices.values());
    }

    /** Asks for what is open on prepaid invoices, as far as authorisations reach. */
    void collect() {
        for (InvoiceBalance invoice : invoices()) {
            long wanted =
                    invoice.terms() == PaymentTerms.PREPAID ? invoice.amounts().toAsk() : 0;
            if (wanted > 0) {
                // The part of the invoice that is asked for: the same part is never asked for twice.
                long from = invoice.amounts().paid() + invoice.amounts().asked();
                long asked = payments.capture(invoice.id(), wanted, invoice.number() + " from " + from);
                put(invoice.with(invoice.amounts().plusAsked(asked), invoice.state()));
            }
        }
    }

    /** The provider has done what it was asked. */
    void succeeded(TransactionRow transaction, String reference) {
        payments.succeeded(transaction, reference);
        Map<String, Object> data = Facts.data("amount", text(transaction), "reference", reference);
        switch (transaction.kind()) {
            case AUTHORISE -> fact("PaymentAuthorised", data);
            case CAPTURE -> {
                fact("PaymentCaptured", data);
                captured(transaction, reference);
            }
            case VOID -> fact("PaymentVoided", data);
            case REFUND -> fact("PaymentRefunded", data);
        }
    }

    private void captured(TransactionRow transaction, String reference) {
        InvoiceBalance invoice = answered(transaction);
        long over = receive(invoice.id(), transaction.amount(), SettlementKind.CAPTURE, transaction.id(), reference);
        if (over > 0) {
            // Credited while the capture was under way: it was taken all the same, and goes back.
            payments.refund(invoice.id(), over, "taken in excess by " + transaction.id());
        }
    }

    private InvoiceBalance answered(TransactionRow transaction) {
        InvoiceBalance invoice = invoice(Objects.requireNonNull(transaction.invoiceId()));
        InvoiceBalance after = invoice.with(invoice.amounts().plusAsked(-transaction.amount()), invoice.state());
        put(after);
        return after;
    }

    /** The provider will not do it, now or under this key. */
    void failed(TransactionRow transaction) {
        payments.failed(transaction);
        if (transaction.kind() == TransactionKind.CAPTURE) {
            answered(transaction);
        }
    }

    /**
     * Money comes in for an invoice.
     *
     * @return what was more than open
     */
    long receive(long invoiceId, long money, SettlementKind kind, @Nullable Long transactionId, String reference) {
        InvoiceBalance invoice = invoice(invoiceId);
        Settled settled = InvoiceRules.receive(invoice.amounts(), invoice.state(), money);
        settle(invoice, kind, settled.applied(), transactionId, reference);
        put(invoice.with(settled.amounts(), settled.state()));
        owesLess(invoice, settled.applied());
        if (settled.state() == InvoiceState.PAID && invoice.state() != InvoiceState.PAID) {
            fact(
                    "InvoicePaid",
                    Facts.data(
                            "invoice",
                            invoice.number(),
                            "total",
                            text(invoice, invoice.amounts().total())));
        }
        return settled.over();
    }

    /** A credit note was issued. What was paid goes back the way it came, or is the customer's credit with us. */
    void credit(long invoiceId, long amount, String creditNote) {
        InvoiceBalance invoice = invoice(invoiceId);
        Settled settled = InvoiceRules.credit(invoice.amounts(), invoice.state(), amount);
        put(invoice.with(settled.amounts(), settled.state()));
        owesLess(invoice, settled.applied());
        settle(invoice, SettlementKind.WRITE_OFF_CREDITED, -settled.writtenOffBack(), null, creditNote);
        long refunded = payments.refund(invoiceId, settled.over(), creditNote);
        long kept = settled.over() - refunded;
        settle(invoice, SettlementKind.REFUND, -refunded, null, creditNote);
        settle(invoice, SettlementKind.CREDIT_GIVEN, -kept, null, creditNote);
        if (kept > 0) {
            giveCredit(invoice, kept, CreditEntryKind.CREDITED, creditNote);
        }
    }

    void writeOff(long invoiceId, String reason) {
        InvoiceBalance invoice = invoice(invoiceId);
        Settled settled = InvoiceRules.writeOff(invoice.amounts(), invoice.state());
        put(invoice.with(settled.amounts(), settled.state()));
        owesLess(invoice, settled.applied());
        settle(invoice, SettlementKind.WRITE_OFF, settled.applied(), null, reason);
        fact(
                "InvoiceWrittenOff",
                Facts.data("invoice", invoice.number(), "amount", text(invoice, settled.applied()), "reason", reason));
    }

    /** What we owe a customer; it waits for him to use it. */
    void giveCredit(InvoiceBalance invoice, long amount, CreditEntryKind kind, String reference) {
        long customer = Objects.requireNonNull(
                invoice.customerId(), () -> "there is nobody to credit for invoice " + invoice.number());
        changes.credit(new CreditEntry(
                customer, ids.getAsLong(), invoice.currency(), kind, amount, orderId, invoice.id(), reference));
        changes.fact(new Fact(
                "customer",
                customer,
                "CreditGiven",
                Facts.data("amount", text(invoice, amount), "invoice", invoice.number(), "reference", reference)));
    }

    private void owesLess(InvoiceBalance invoice, long amount) {
        if (invoice.terms() == PaymentTerms.ACCOUNT && invoice.customerId() != null) {
            changes.exposure(invoice.customerId(), -amount);
        }
    }

    private void settle(
            InvoiceBalance invoice, SettlementKind kind, long amount, @Nullable Long transactionId, String reference) {
        if (amount != 0) {
            changes.settle(
                    new Settlement(orderId, ids.getAsLong(), invoice.id(), kind, amount, transactionId, reference));
        }
    }

    /** The amount of a transaction, in words. */
    String text(TransactionRow transaction) {
        String currency = payments.get(transaction.paymentId()).currency();
        return new Money(transaction.amount(), currency).toString();
    }

    private static String text(InvoiceBalance invoice, long amount) {
        return new Money(amount, invoice.currency()).toString();
    }

    private void fact(String type, Map<String, Object> data) {
        changes.fact(Fact.ofOrder(orderId, type, data));
    }

    private void put(InvoiceBalance invoice) {
        invoices.put(invoice.id(), invoice);
        changes.invoice(invoice);
    }
}
