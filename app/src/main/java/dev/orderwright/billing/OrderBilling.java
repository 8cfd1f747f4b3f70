package dev.orderwright.billing;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The money of one order: what was set aside, taken, invoiced, credited, and what is still due. In minor units. */
public record OrderBilling(
        long orderId,
        List<Invoice> invoices,
        List<CreditNote> creditNotes,
        List<Payment> payments,
        List<PaymentTransaction> transactions) {

    public long authorised() {
        return sum(payments, payment -> payment.amounts().authorised());
    }

    public long captured() {
        return sum(payments, payment -> payment.amounts().captured());
    }

    public long voided() {
        return sum(payments, payment -> payment.amounts().voided());
    }

    public long refunded() {
        return sum(payments, payment -> payment.amounts().refunded());
    }

    public long invoiced() {
        return sum(invoices, invoice -> invoice.money().total());
    }

    public long credited() {
        return sum(creditNotes, note -> note.money().total());
    }

    /** Received and not given back, over providers or past them. */
    public long paid() {
        return sum(invoices, invoice -> invoice.amounts().paid());
    }

    /** Invoiced and not paid, credited or written off. */
    public long due() {
        return sum(invoices, invoice -> invoice.amounts().open());
    }

    /** The authorisation that was asked for last, if it was refused; empty also while it is asked for again. */
    public Optional<PaymentTransaction> refusedAuthorisation() {
        return refusedAuthorisation(transactions);
    }

    /** @param transactions of one order, in the order in which they were asked for */
    static Optional<PaymentTransaction> refusedAuthorisation(List<PaymentTransaction> transactions) {
        return transactions.stream()
                .filter(transaction -> transaction.kind() == TransactionKind.AUTHORISE)
                .reduce((earlier, later) -> later)
                .filter(last -> last.state() == TransactionState.FAILED);
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> amount) {
        return rows.stream().mapToLong(amount).sum();
    }
}
