package dev.orderwright.billing;

import dev.orderwright.shared.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a transaction does to the money of its orders, gathered so that it is written as sets. */
final class MoneyChanges {

    /** Something to be asked of a provider; {@code reference} is set when the provider has done it already. */
    record Ask(
            long orderId,
            long id,
            long paymentId,
            TransactionKind kind,
            String purpose,
            @Nullable Long invoiceId,
            long amount,
            @Nullable String reference,
            Instant at) {}

    record Settlement(
            long orderId,
            long id,
            long invoiceId,
            SettlementKind kind,
            long amount,
            @Nullable Long transactionId,
            String reference) {}

    record CreditEntry(
            long customerId,
            long id,
            String currency,
            CreditEntryKind kind,
            long amount,
            @Nullable Long orderId,
            @Nullable Long invoiceId,
            String reference) {}

    private final List<Ask> asks = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<CreditEntry> credits = new ArrayList<>();
    private final Map<Long, PaymentBalance> payments = new LinkedHashMap<>();
    private final Map<Long, InvoiceBalance> invoices = new LinkedHashMap<>();
    private final Map<Long, Long> exposure = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();

    void ask(Ask ask) {
        asks.add(ask);
    }

    void settle(Settlement settlement) {
        settlements.add(settlement);
    }

    void credit(CreditEntry entry) {
        credits.add(entry);
    }

    /** The newest state of a payment. */
    void payment(PaymentBalance payment) {
        payments.put(payment.id(), payment);
    }

    /** The newest state of an invoice. */
    void invoice(InvoiceBalance invoice) {
        invoices.put(invoice.id(), invoice);
    }

    /** The invoice is written by its issuer, with its newest amounts. */
    void written(long invoiceId) {
        invoices.remove(invoiceId);
    }

    /** What a customer owes us, less or more. */
    void exposure(long customerId, long delta) {
        if (delta != 0) {
            exposure.merge(customerId, delta, Long::sum);
        }
    }

    void fact(Fact fact) {
        facts.add(fact);
    }

    List<Ask> asks() {
        return asks;
    }

    List<Settlement> settlements() {
        return settlements;
    }

    List<CreditEntry> credits() {
        return credits;
    }

    List<PaymentBalance> payments() {
        return List.copyOf(payments.values());
    }

    List<InvoiceBalance> invoices() {
        return List.copyOf(invoices.values());
    }

    Map<Long, Long> exposure() {
        return exposure;
    }

    List<Fact> facts() {
        return facts;
    }
}
