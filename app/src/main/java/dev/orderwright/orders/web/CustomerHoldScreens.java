package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Holds.Held;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Holds everything a customer has ordered and will order, and lets it go again. */
@Controller
class CustomerHoldScreens {

    private final Customers customers;
    private final Holds holds;

    CustomerHoldScreens(Customers customers, Holds holds) {
        this.customers = customers;
        this.holds = holds;
    }

    @PostMapping("/customers/{customer}/hold")
    @Requires("orders:hold")
    Redirect hold(@PathVariable("customer") String key, @RequestParam String reason, Cause cause) {
        Customer customer = find(key);
        Holds.Wish wish = new Holds.Wish(
                HoldScope.CUSTOMER, customer.id(), null, 0, HoldType.REVIEW, Set.of(), reason.strip(), null);
        return said(customer, holds.place(cause, List.of(wish)), t("orders.customerHold.held"));
    }

    @PostMapping("/customers/{customer}/holds/{hold}/release")
    @Requires("orders:release-hold")
    Redirect release(@PathVariable("customer") String key, @PathVariable long hold, Cause cause) {
        Customer customer = find(key);
        return said(
                customer,
                holds.release(cause, List.of(hold), t("orders.customerHold.releasedThere")),
                t("orders.customerHold.released"));
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
