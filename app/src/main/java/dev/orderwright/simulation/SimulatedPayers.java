package dev.orderwright.simulation;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Payments;
import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.simulation.Simulation.Causes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Customers who pay their invoices: most on the day they are due, some late. What is prepaid is captured by its payment
 * provider, which is asked every day.
 */
@Component
class SimulatedPayers {

    private static final int LATE_ONE_IN = 10;
    private static final int LATE_DAYS = 12;
    private static final int PAYMENTS_MAX = 100_000;

    private final Invoices invoices;
    private final Receivables receivables;
    private final Payments payments;

    SimulatedPayers(Invoices invoices, Receivables receivables, Payments payments) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.payments = payments;
    }

    Book open(Causes causes, Collection<Long> orderIds) {
        Book book = new Book(causes);
        book.note(orderIds);
        return book;
    }

    private static boolean isOwed(Invoice invoice) {
        return invoice.terms() == PaymentTerms.ACCOUNT && invoice.state().isOpen();
    }

    /** The day on which an invoice will be paid. */
    private static LocalDate paysOn(Invoice invoice) {
        boolean late = Math.floorMod(invoice.number().hashCode(), LATE_ONE_IN) == 0;
        return late ? invoice.dueOn().plusDays(LATE_DAYS) : invoice.dueOn();
    }

    /** Who will pay what on which day. */
    final class Book {
        private final Causes causes;
        private final TreeMap<LocalDate, List<Long>> ordersByDay = new TreeMap<>();

        Book(Causes causes) {
            this.causes = causes;
        }

        /** Invoices may have been issued for these orders. */
        void note(Collection<Long> orderIds) {
            invoices.ofOrders(orderIds).stream()
                    .filter(SimulatedPayers::isOwed)
                    .forEach(invoice -> ordersByDay
                            .computeIfAbsent(paysOn(invoice), day -> new ArrayList<>())
                            .add(invoice.orderId()));
        }

        /** Returns how many payments were made. */
        int pay(LocalDate day, Instant at) {
            int captured = payments.work(at, PAYMENTS_MAX);
            SortedMap<LocalDate, List<Long>> due = ordersByDay.headMap(day, true);
            List<Receipt> receipts =
                    invoices
                            .ofOrders(due.values().stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .toList())
                            .stream()
                            .filter(invoice ->
                                    isOwed(invoice) && !paysOn(invoice).isAfter(day))
                            .map(invoice -> new Receipt(
                                    invoice.number(),
                                    invoice.amounts().open(),
                                    invoice.currency(),
                                    "Transfer for " + invoice.number()))
                            .toList();
            for (int from = 0; from < receipts.size(); from += Receivables.SET_MAX) {
                List<Receipt> set = receipts.subList(from, Math.min(receipts.size(), from + Receivables.SET_MAX));
                receivables.receive(causes.at(at), List.copyOf(set)).orThrow();
            }
            due.clear();
            return captured + receipts.size();
        }

        boolean waitAfter(LocalDate day) {
            return ordersByDay.higherKey(day) != null;
        }
    }
}
