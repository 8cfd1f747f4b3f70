package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Holds.Held;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Holds everything a customer has ordered and will order, and lets it go again. */
@Controller
class CustomerHoldScreens {

    private static final int COUNTED_MAX = 100;

    private final Customers customers;
    private final Holds holds;
    private final OrderQueries queries;
    private final OrderFilters filters;
    private final Foretelling foretelling;

    CustomerHoldScreens(
            Customers customers, Holds holds, OrderQueries queries, OrderFilters filters, Foretelling foretelling) {
        this.customers = customers;
        this.holds = holds;
        this.queries = queries;
        this.filters = filters;
        this.foretelling = foretelling;
    }

    @PostMapping("/customers/{customer}/hold")
    @Requires("orders:hold")
    Redirect hold(@PathVariable("customer") String key, @RequestParam String reason, Cause cause) {
        Customer customer = find(key);
        Holds.Wish wish = new Holds.Wish(
                HoldScope.CUSTOMER, customer.id(), null, 0, HoldType.REVIEW, Set.of(), reason.strip(), null);
        return said(customer, holds.place(cause, List.of(wish)), t("orders.customerHold.held"));
    }

    @GetMapping("/customers/{customer}/holds/{hold}/release")
    @Requires("orders:release-hold")
    WebPage askRelease(@PathVariable("customer") String key, @PathVariable long hold, Who who) {
        Customer customer = find(key);
        String url = "/customers/" + customer.key();
        return WebPage.asking(Dialog.of(
                                t("orders.customerHold.releaseAsk", customer.number()),
                                url + "/holds/" + hold + "/release",
                                url,
                                t("orders.customerHold.release"))
                        .explained(waiting(customer))
                        .asking(List.of(), List.of(Field.text("reason", t("shared.word.reason"), "")))
                        .changing(foretelling.of(
                                who,
                                cause -> holds.release(cause, List.of(hold), t("orders.customerHold.releasedThere")))))
                .in("customers")
                .crumb(customer.number(), url);
    }

    /** Which of their orders the hold has kept. */
    private String waiting(Customer customer) {
        int open = queries.ids(
                        CustomerOrders.filter(OrderQueries.View.OPEN, customer.id(), filters.today()), COUNTED_MAX + 1)
                .size();
        return open > COUNTED_MAX
                ? t("orders.customerHold.releaseMany", COUNTED_MAX)
                : t("orders.customerHold.releaseMeans", open);
    }

    /** @param reason for the history; empty for none of one's own */
    @PostMapping("/customers/{customer}/holds/{hold}/release")
    @Requires("orders:release-hold")
    Redirect release(
            @PathVariable("customer") String key,
            @PathVariable long hold,
            @RequestParam(defaultValue = "") String reason,
            Cause cause) {
        Customer customer = find(key);
        String why = reason.isBlank() ? t("orders.customerHold.releasedThere") : reason.strip();
        return said(customer, holds.release(cause, List.of(hold), why), t("orders.customerHold.released"));
    }

    private static Redirect said(Customer customer, Outcome<Held> outcome, String done) {
        Flash flash = outcome instanceof Outcome.Refused<Held> refused
                ? Flash.refused(refused.refusals().stream().map(Refusal::reason).collect(Collectors.joining(" ")))
                : Flash.done(done);
        return Redirect.to("/customers/" + customer.key(), flash);
    }

    private Customer find(String key) {
        return customers
                .byKey(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer " + key));
    }
}
