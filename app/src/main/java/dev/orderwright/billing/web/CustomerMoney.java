package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Aging;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Receivables;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.web.CustomerPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a customer owes us and what he has with us, on his page; and the way to pay that out. */
@Controller
class CustomerMoney implements CustomerPanels {

    private static final int FIRST = 10;

    private final Invoices invoices;
    private final Receivables receivables;
    private final Customers customers;
    private final MoneyFilters filters;

    CustomerMoney(Invoices invoices, Receivables receivables, Customers customers, MoneyFilters filters) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.customers = customers;
        this.filters = filters;
    }

    @Override
    public List<Panel> panelsFor(long customerId, Who who) {
        Customer customer = customers.byId(List.of(customerId)).get(customerId);
        if (customer == null || !who.may("billing:read")) {
            return List.of();
        }
        Map<String, Long> credit = receivables.credit(customerId);
        MoneyPanel.OfCustomer view = new MoneyPanel.OfCustomer(
                standing(customer, credit),
                MoneyFilters.url("/invoices", "view", "all", "customer", customer.number()),
                who.may("billing:refund") ? payOuts(customer, credit, who) : List.of());
        return List.of(new Panel(Panel.Place.ASIDE, FIRST, "billing/customerMoney.jte", view));
    }

    private List<KeyValue> standing(Customer customer, Map<String, Long> credit) {
        List<KeyValue> standing = new ArrayList<>();
        List<Aging> open = invoices.aging(customer.id(), filters.today());
        if (open.isEmpty()) {
            standing.add(
                    KeyValue.number(t("billing.customerMoney.openInvoices"), MoneyWords.money(0, customer.currency())));
        }
        for (Aging row : open) {
            standing.add(KeyValue.number(
                    t("billing.customerMoney.openInvoices"), MoneyWords.money(row.total(), row.currency())));
            if (row.total() > row.notDue()) {
                standing.add(KeyValue.number(
                        t("billing.customerMoney.ofThatOverdue"),
                        MoneyWords.money(row.total() - row.notDue(), row.currency())));
            }
        }
        credit.forEach((currency, balance) -> {
            if (balance > 0) {
                standing.add(
                        KeyValue.number(t("billing.customerMoney.hasWithUs"), MoneyWords.money(balance, currency)));
            }
        });
        return standing;
    }

    private static List<MoneyPanel.PayOut> payOuts(Customer customer, Map<String, Long> credit, Who who) {
        return credit.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new MoneyPanel.PayOut(
                        "/customers/" + customer.key() + "/credit/pay-out",
                        entry.getKey(),
                        List.of(
                                Field.text(
                                                "payOutAmount",
                                                t("billing.customerMoney.amountIn", entry.getKey()),
                                                MoneyWords.amount(atMost(entry.getValue(), who), entry.getKey()))
                                        .mandatory(),
                                Field.text("payOutReference", t("billing.customerMoney.reference"), "")
                                        .hint(t("billing.customerMoney.theTransferByWhichIt"))
                                        .mandatory())))
                .toList();
    }

    private static long atMost(long balance, Who who) {
        return who.amountCap() == null ? balance : Math.min(balance, who.amountCap());
    }

    @PostMapping("/customers/{customer}/credit/pay-out")
    @Requires("billing:refund")
    Redirect payOut(
            @PathVariable String customer,
            @RequestParam String currency,
            @RequestParam String payOutAmount,
            @RequestParam String payOutReference,
            Cause cause,
            Who who) {
        Customer found = find(customer);
        if (!receivables.credit(found.id()).containsKey(currency)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "He has no credit in " + currency);
        }
        Outcome<String> outcome = Amount.then(
                "payOutAmount",
                payOutAmount,
                currency,
                minor -> who.decidesAlone(minor)
                        ? receivables
                                .payOut(cause, found.id(), minor, currency, payOutReference)
                                .map(paid -> t(
                                        "billing.customerMoney.isBookedAsPaidOut",
                                        MoneyWords.money(paid.amountMinor(), currency)))
                        : Outcome.refused(MoneyWords.overCap()));
        return Redirect.to("/customers/" + found.key(), MoneyWords.said(outcome));
    }

    private Customer find(String key) {
        Customer byNumber = customers.byNumber(List.of(key)).get(key);
        if (byNumber != null) {
            return byNumber;
        }
        return Ids.parse(key)
                .map(id -> customers.byId(List.of(id)).get(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer " + key));
    }
}
