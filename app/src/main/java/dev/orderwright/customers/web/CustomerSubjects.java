package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Customers by their numbers, for pages of other modules. */
@Component
class CustomerSubjects implements SubjectBook {

    private final Customers customers;

    CustomerSubjects(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public String title() {
        return t("shared.word.customer");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        boolean mayOpen = who.may("customers:read");
        return customers.byId(ids).values().stream()
                .collect(Collectors.toMap(
                        Customer::id,
                        customer -> new Subject(customer.number(), mayOpen ? "/customers/" + customer.key() : "")));
    }

    @Override
    public Optional<Long> find(String name) {
        return customers.byKey(name).map(Customer::id);
    }
}
