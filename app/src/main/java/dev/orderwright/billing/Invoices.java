package dev.orderwright.billing;

import dev.orderwright.billing.InvoiceReadStore.Addressed;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens, the API and documents read of invoices, credit notes and payments. Nothing here locks. */
@Component
public class Invoices {

    private static final Cursor FIRST_DUE = Cursor.of("0001-01-01", 0);
    private static final Cursor NEWEST = Cursor.of(Long.MAX_VALUE);

    private final InvoiceReadStore reads;
    private final PaymentReadStore payments;
    private final AgingStore aging;

    Invoices(InvoiceReadStore reads, PaymentReadStore payments, AgingStore aging) {
        this.reads = reads;
        this.payments = payments;
        this.aging = aging;
    }

    /** The views of the invoice list. */
    public enum View {
        OPEN,
        OVERDUE,
        /** Prepaid, and no payment covers it. */
        UNCOLLECTED,
        ALL;

        public String title() {
            return Texts.of(this);
        }
    }

    /** The views of the list of payment transactions. */
    public enum PaymentView {
        ATTENTION,
        UNKNOWN,
        PENDING;

        public String title() {
            return Texts.of(this);
        }
    }

    /**
     * How many invoices are in each view.
     *
     * @param firstDue the day on which the first of the overdue was due; null when there is none
     */
    public record Counts(long open, long overdue, @Nullable LocalDate firstDue, Backlog uncollected) {}

    /**
     * How many payment transactions are in each view.
     *
     * @param oldestUnknown when the first of them was asked whose outcome is unknown; null when there is none
     */
    public record PaymentCounts(
            long attention,
            long unknown,
            long pending,
            @Nullable Instant oldestUnknown) {}

    /** By its number ({@code INV-100001}). */
    public Optional<InvoiceDetail> byNumber(String number) {
        return reads.byNumber(number).map(this::detail);
    }

    private InvoiceDetail detail(Addressed found) {
        Invoice invoice = found.invoice();
        List<CreditNote> notes = reads.creditNotes(invoice.orderId()).stream()
                .filter(note -> note.invoiceId() == invoice.id())
                .toList();
        return new InvoiceDetail(
                invoice, found.billTo(), found.shipTo(), reads.lines(invoice), notes, reads.settlements(invoice));
    }

    /** By its number ({@code CN-100001}). */
    public Optional<CreditNoteDetail> creditNote(String number) {
        return reads.creditNote(number)
                .flatMap(found -> reads.byNumber(found.invoiceNumber())
                        .map(on -> new CreditNoteDetail(
                                found.note(),
                                on.invoice(),
                                on.billTo(),
                                on.shipTo(),
                                reads.creditLines(found.note()))));
    }

    /** The invoices of orders, by order, oldest first. */
    public List<Invoice> ofOrders(Collection<Long> orderIds) {
        return orderIds.isEmpty() ? List.of() : reads.ofOrders(orderIds);
    }

    /** The money of one order; empty lists when it has none yet. */
    public OrderBilling ofOrder(long orderId) {
        return new OrderBilling(
                orderId,
                reads.ofOrders(List.of(orderId)),
                reads.creditNotes(orderId),
                payments.payments(orderId),
                payments.transactions(orderId));
    }

    /**
     * A page of invoices: all of them newest first, open ones by due date.
     *
     * @param customerId only his, null for everybody's
     */
    public Page<Invoice> list(
            View view, @Nullable Long customerId, LocalDate today, @Nullable String cursor, int limit) {
        return switch (view) {
            case ALL -> newest(customerId, Cursor.parse(cursor, NEWEST), limit);
            case OPEN -> open(customerId, DueDays.ALL, cursor, limit);
            case OVERDUE -> open(customerId, DueDays.before(today), cursor, limit);
            case UNCOLLECTED -> open(customerId, DueDays.ALL, true, cursor, limit);
        };
    }

    /** A page of open invoices that were or are due on some days, by due date. */
    public Page<Invoice> open(@Nullable Long customerId, DueDays due, @Nullable String cursor, int limit) {
        return open(customerId, due, false, cursor, limit);
    }

    private Page<Invoice> newest(@Nullable Long customerId, Cursor cursor, int limit) {
        List<Invoice> rows = customerId == null
                ? reads.newest(cursor.number(0), limit)
                : reads.ofCustomer(customerId, cursor.number(0), limit);
        return Page.of(rows, limit, invoice -> Cursor.of(invoice.id()));
    }

    private Page<Invoice> open(
            @Nullable Long customerId, DueDays due, boolean uncollected, @Nullable String cursor, int limit) {
        List<Invoice> rows = reads.open(customerId, due, uncollected, Cursor.parse(cursor, FIRST_DUE), limit);
        return Page.of(rows, limit, invoice -> Cursor.of(invoice.dueOn(), invoice.id()));
    }

    /**
     * What is open by how long it is overdue, for each currency.
     *
     * @param customerId only his, null for everybody's
     */
    public List<Aging> aging(@Nullable Long customerId, LocalDate today) {
        return aging.of(customerId, today);
    }

    public Counts counts(LocalDate today) {
        return aging.counts(today);
    }

    /** A page of payment transactions that have not come to an end, or need somebody; the oldest first. */
    public Page<PaymentTransaction> transactions(PaymentView view, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        List<PaymentTransaction> rows = switch (view) {
            case ATTENTION -> payments.attention(after, limit);
            case UNKNOWN -> payments.waiting(TransactionState.UNKNOWN, after, limit);
            case PENDING -> payments.waiting(TransactionState.PENDING, after, limit);
        };
        return Page.of(rows, limit, transaction -> Cursor.of(transaction.id()));
    }

    /** What was asked of payment providers and is not answered, by the views it stands in. */
    public Backlog asked(PaymentView view) {
        return switch (view) {
            case ATTENTION -> payments.needingAttention();
            case UNKNOWN -> payments.asked(TransactionState.UNKNOWN);
            case PENDING -> payments.asked(TransactionState.PENDING);
        };
    }

    public PaymentCounts paymentCounts() {
        return payments.counts();
    }
}
