package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Aging;
import dev.orderwright.billing.DueDays.Age;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Invoices.View;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of invoices: views as tabs with counts, what is open by age, one customer's in the URL. */
@Controller
class InvoiceListScreens {

    private static final int PAGE = 50;

    private final Invoices invoices;
    private final Customers customers;
    private final MoneyFilters filters;

    InvoiceListScreens(Invoices invoices, Customers customers, MoneyFilters filters) {
        this.invoices = invoices;
        this.customers = customers;
        this.filters = filters;
    }

    @GetMapping("/invoices")
    @Requires("billing:read")
    WebPage list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        InvoiceFilter filter = InvoiceFilter.of(view, age, customer, filters);
        @Nullable Age only = filter.age();
        View active = filter.view();
        LocalDate today = filter.today();
        Page<Invoice> page = filter.page(invoices, cursor, PAGE);
        Map<Long, Customer> names = customers.byId(page.items().stream()
                .map(Invoice::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        InvoicesPage shown = new InvoicesPage(
                tabs(active, today, customer),
                MoneyFilters.word(active),
                only == null ? "" : MoneyFilters.word(only),
                customer.strip(),
                !customer.isBlank() || only != null,
                aging(customer, only, today),
                page.items().stream()
                        .map(invoice -> row(invoice, names, today, who))
                        .toList(),
                Pager.of(
                        page,
                        Link.to("/invoices")
                                .with("view", MoneyFilters.word(active))
                                .with("age", only == null ? "" : MoneyFilters.word(only))
                                .with("customer", customer),
                        "cursor",
                        cursor,
                        t("shared.one.invoice"),
                        t("shared.many.invoices")));
        return WebPage.of("billing/invoices.jte", shown, t("billing.invoiceListScreens.invoices"))
                .in("invoices")
                .with("console/table.js");
    }

    private List<Tab> tabs(View active, LocalDate today, String customer) {
        Invoices.Counts counts = invoices.counts(today);
        List<Tab> tabs = new ArrayList<>();
        for (View view : View.values()) {
            String count = switch (view) {
                case OPEN -> Show.number(counts.open());
                case OVERDUE -> Show.number(counts.overdue());
                case UNCOLLECTED -> Show.number(counts.uncollected().count());
                case ALL -> "";
            };
            boolean alarming = (view == View.OVERDUE || view == View.UNCOLLECTED) && !count.equals("0");
            tabs.add(new Tab(
                    view.title(),
                    MoneyFilters.url("/invoices", "view", MoneyFilters.word(view), "customer", customer),
                    count,
                    view == active,
                    alarming ? Tone.WARN : Tone.NEUTRAL));
        }
        return tabs;
    }

    /** What is open, by how long it is overdue, for each currency; each age is a filter of the list. */
    private List<InvoicesPage.AgingRow> aging(String customer, @Nullable Age only, LocalDate today) {
        return invoices.aging(filters.customer(customer), today).stream()
                .map(row -> new InvoicesPage.AgingRow(
                        row.currency(),
                        Arrays.stream(Age.values())
                                .map(age -> bucket(age, row, customer, age == only))
                                .toList(),
                        MoneyWords.amount(row.total(), row.currency())))
                .toList();
    }

    private static InvoicesPage.Bucket bucket(Age age, Aging row, String customer, boolean active) {
        long minor = row.of(age);
        Tone tone = age == Age.NOT_DUE ? Tone.NEUTRAL : age.compareTo(Age.DAYS_60) > 0 ? Tone.BAD : Tone.WARN;
        return new InvoicesPage.Bucket(
                Texts.of(age),
                MoneyWords.amount(minor, row.currency()),
                minor == 0 ? "zero" : tone.css(),
                MoneyFilters.url("/invoices", "age", active ? "" : MoneyFilters.word(age), "customer", customer),
                active);
    }

    private static InvoicesPage.Row row(Invoice invoice, Map<Long, Customer> names, LocalDate today, Who who) {
        Customer customer = invoice.customerId() == null ? null : names.get(invoice.customerId());
        return new InvoicesPage.Row(
                invoice.number(),
                "/invoices/" + invoice.number(),
                invoice.orderNumber(),
                "/orders/" + invoice.orderNumber(),
                customer == null ? t("billing.invoiceListScreens.guest") : who.billTo(customer.name(), Masks::name),
                customer == null ? "" : customer.number(),
                Show.day(invoice.issuedOn()),
                Show.day(invoice.dueOn()),
                MoneyWords.state(invoice, today),
                MoneyWords.money(invoice.money().total(), invoice.currency()),
                invoice.amounts().open() == 0
                        ? ""
                        : MoneyWords.money(invoice.amounts().open(), invoice.currency()));
    }
}
