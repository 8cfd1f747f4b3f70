package dev.orderwright.channels.retail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The invoices of one day, in the order of the file.
 *
 * @param firstInvoice how many invoices of the file come before them
 */
record RetailDay(LocalDate date, long firstInvoice, List<RetailDecision> decisions) {

    RetailDay {
        decisions = List.copyOf(decisions);
    }

    /** How many invoices of the file are done after this day. */
    long invoicesUntilEnd() {
        return firstInvoice + decisions.size();
    }

    /** Names the day within its file for good. */
    String key() {
        return date + "/" + firstInvoice;
    }

    /** When the last of its invoices came; before that, nothing of the day is complete. */
    Instant lastAt() {
        return decisions.stream()
                .map(decision -> RetailDrafts.instant(decision.invoice().at()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    long rows() {
        return decisions.stream()
                .mapToLong(decision -> decision.outcomes().size())
                .sum();
    }

    /** Groups invoices that stream by into days. A file that comes back to a day later has it as another day. */
    static final class Grouper {
        private final Consumer<RetailDay> taker;
        private final List<RetailDecision> open = new ArrayList<>();
        private LocalDate date = LocalDate.MIN;
        private long invoices;

        Grouper(Consumer<RetailDay> taker) {
            this.taker = taker;
        }

        void add(RetailDecision decision) {
            LocalDate day = decision.invoice().at().toLocalDate();
            if (!day.equals(date)) {
                close();
                date = day;
            }
            open.add(decision);
        }

        void close() {
            if (!open.isEmpty()) {
                RetailDay day = new RetailDay(date, invoices, open);
                invoices = day.invoicesUntilEnd();
                open.clear();
                taker.accept(day);
            }
        }
    }
}
