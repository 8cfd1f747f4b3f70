package dev.orderwright.billing.web;

import dev.orderwright.billing.DueDays.Age;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Invoices.View;
import dev.orderwright.shared.Page;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices the list shows.
 *
 * @param age only those open since then; null for every age
 * @param customerId only his; null for everybody's
 */
record InvoiceFilter(View view, @Nullable Age age, @Nullable Long customerId, LocalDate today) {

    /** As it stands in the address of the list. */
    static InvoiceFilter of(String view, String age, String customer, MoneyFilters filters) {
        @Nullable Age only = age.isBlank() ? null : MoneyFilters.view(Age.class, "age", age);
        return new InvoiceFilter(
                only != null ? View.OPEN : MoneyFilters.view(View.class, "view", view),
                only,
                filters.customer(customer),
                filters.today());
    }

    Page<Invoice> page(Invoices invoices, @Nullable String cursor, int limit) {
        return age != null
                ? invoices.open(customerId, age.on(today), cursor, limit)
                : invoices.list(view, customerId, today, cursor, limit);
    }
}
