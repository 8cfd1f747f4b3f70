package dev.orderwright.customers.web;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Defined;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the API answers about a customer. Ids are texts, because they are longer than JavaScript's numbers. */
record CustomerAnswer(
        String id,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String country,
        @Nullable String taxId,
        boolean account,
        int paymentTermsDays,
        String currency,
        int priority,
        boolean active,
        int version,
        @Nullable CreditAnswer credit) {

    /** What he may owe and does, in minor units. */
    record CreditAnswer(long limitMinor, long exposureMinor, long freeMinor) {

        static CreditAnswer of(CreditState credit) {
            return new CreditAnswer(credit.limitMinor(), credit.exposureMinor(), credit.freeMinor());
        }
    }

    static CustomerAnswer of(Customer customer, @Nullable CreditState credit, Who who) {
        return new CustomerAnswer(
                Long.toString(customer.id()),
                customer.number(),
                who.personal(customer.name(), Masks::name),
                personal(who, customer.email(), Masks::email),
                personal(who, customer.phone(), Masks::phone),
                customer.country(),
                personal(who, customer.taxId(), Masks::text),
                customer.account(),
                customer.paymentTermsDays(),
                customer.currency(),
                customer.priority(),
                customer.active(),
                customer.version(),
                credit == null ? null : CreditAnswer.of(credit));
    }

    private static @Nullable String personal(Who who, @Nullable String value, UnaryOperator<String> mask) {
        return value == null ? null : who.personal(value, mask);
    }

    record ListAnswer(
            List<CustomerAnswer> customers, @Nullable String next) {}

    /** What became of each customer of a list. */
    record DefinedAnswer(List<DefinedCustomer> customers) {

        static DefinedAnswer of(Defined defined) {
            return new DefinedAnswer(defined.customers().stream()
                    .map(customer -> new DefinedCustomer(
                            customer.number(),
                            Long.toString(customer.id()),
                            customer.version(),
                            customer.change().name()))
                    .toList());
        }
    }

    /** @param change {@code CREATED}, {@code CHANGED} or {@code UNCHANGED} */
    record DefinedCustomer(String number, String id, int version, String change) {}
}
