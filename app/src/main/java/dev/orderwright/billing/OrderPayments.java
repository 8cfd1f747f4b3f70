package dev.orderwright.billing;

import dev.orderwright.billing.MoneyChanges.Ask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The payments of one locked order: what is asked of each, and what became of it. Pure. */
final class OrderPayments {

    private final long orderId;
    private final MoneyChanges changes;
    private final LongSupplier ids;
    private final Instant at;
    private final Map<Long, PaymentBalance> payments = new TreeMap<>();

    OrderPayments(long orderId, MoneyChanges changes, LongSupplier ids, Instant at) {
        this.orderId = orderId;
        this.changes = changes;
        this.ids = ids;
        this.at = at;
    }

    void add(PaymentBalance payment) {
        payments.put(payment.id(), payment);
    }

    PaymentBalance get(long id) {
        return Objects.requireNonNull(payments.get(id), () -> "order " + orderId + " has no payment " + id);
    }

    /** What was authorised and not given back, whether taken meanwhile or not. */
    long covered() {
        return payments.values().stream()
                .mapToLong(payment ->
                        payment.amounts().authorised() - payment.amounts().voidAsked())
                .sum();
    }

    /**
     * Asks for money that was set aside, the oldest payment first.
     *
     * @return how much of it could be asked for
     */
    long capture(long invoiceId, long amount, String purpose) {
        long left = amount;
        for (PaymentBalance payment : List.copyOf(payments.values())) {
            long part = payment.stopped() ? 0 : Math.min(left, payment.amounts().capturable());
            if (part > 0) {
                ask(payment, TransactionKind.CAPTURE, purpose, invoiceId, part);
                left -= part;
            }
        }
        return amount - left;
    }

    /**
     * Asks to give back money that was taken, the newest payment first.
     *
     * @return how much of it could be asked for
     */
    long refund(long invoiceId, long amount, String purpose) {
        long left = amount;
        List<PaymentBalance> newestFirst = payments.values().stream()
                .sorted(Comparator.comparingLong(PaymentBalance::id).reversed())
                .toList();
        for (PaymentBalance payment : newestFirst) {
            long part = Math.min(left, payment.amounts().refundable());
            if (part > 0) {
                ask(payment, TransactionKind.REFUND, purpose, invoiceId, part);
                left -= part;
            }
        }
        return amount - left;
    }

    /** Gives back what will never be taken. What the provider refused to take waits for somebody to look. */
    void release() {
        for (PaymentBalance payment : List.copyOf(payments.values())) {
            if (!payment.stopped()) {
                release(payment);
            }
        }
    }

    private void release(PaymentBalance payment) {
        long rest = payment.amounts().capturable();
        if (rest > 0) {
            ask(payment, TransactionKind.VOID, restOf(payment), null, rest);
        }
    }

    /** What is given back is named by where it begins, so that the same part of an authorisation is given back once. */
    private static String restOf(PaymentBalance payment) {
        return "rest from " + payment.amounts().voidAsked();
    }

    private void ask(
            PaymentBalance payment, TransactionKind kind, String purpose, @Nullable Long invoiceId, long amount) {
        changes.ask(new Ask(orderId, ids.getAsLong(), payment.id(), kind, purpose, invoiceId, amount, null, at));
        put(payment.with(payment.amounts().plusAsked(kind, amount)));
    }

    void succeeded(TransactionRow transaction, String reference) {
        PaymentBalance payment = get(transaction.paymentId());
        put(
                transaction.kind() == TransactionKind.AUTHORISE
                        ? payment.authorised(reference, transaction.amount())
                        : payment.with(payment.amounts().plusDone(transaction.kind(), transaction.amount())));
    }

    void failed(TransactionRow transaction) {
        PaymentBalance payment = get(transaction.paymentId());
        put(payment.with(payment.amounts().plusAsked(transaction.kind(), -transaction.amount()))
                .stopped(payment.stopped() || transaction.kind() == TransactionKind.CAPTURE));
    }

    /** Asks something that was refused again, under a new key, as far as there is still cause for it. */
    void askAgain(TransactionRow transaction) {
        PaymentBalance payment = get(transaction.paymentId());
        switch (transaction.kind()) {
            case AUTHORISE -> again(transaction, payment, transaction.amount());
            case REFUND -> again(transaction, payment, payment.amounts().refundable());
            case VOID -> {
                // What may still be taken is not given back.
                if (!payment.stopped()) {
                    release(payment);
                }
            }
            case CAPTURE -> throw new IllegalStateException("captures follow from what is open on invoices");
        }
    }

    private void again(TransactionRow transaction, PaymentBalance payment, long atMost) {
        long amount = Math.min(transaction.amount(), atMost);
        if (amount > 0) {
            ask(payment, transaction.kind(), transaction.purpose(), transaction.invoiceId(), amount);
        }
    }

    /** Somebody wants the provider to be asked again. */
    void resume(long paymentId) {
        put(get(paymentId).stopped(false));
    }

    /** Somebody has seen that nothing can be taken from it any more. */
    void abandon(long paymentId) {
        resume(paymentId);
        release(get(paymentId));
    }

    /** The provider would not give it back, and somebody has seen that it holds it no longer. */
    void lapsed(TransactionRow transaction, String reason) {
        PaymentBalance payment = get(transaction.paymentId());
        long amount = Math.min(transaction.amount(), payment.amounts().capturable());
        if (amount > 0) {
            changes.ask(new Ask(
                    orderId,
                    ids.getAsLong(),
                    payment.id(),
                    TransactionKind.VOID,
                    restOf(payment),
                    null,
                    amount,
                    "lapsed: " + reason,
                    at));
            put(payment.with(
                    payment.amounts().plusAsked(TransactionKind.VOID, amount).plusDone(TransactionKind.VOID, amount)));
        }
    }

    private void put(PaymentBalance payment) {
        payments.put(payment.id(), payment);
        changes.payment(payment);
    }
}
