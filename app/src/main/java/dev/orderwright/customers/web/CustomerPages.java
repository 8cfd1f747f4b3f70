package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.History;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.CustomerPanels;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the page of a customer out of what the modules know of him. */
@Component
class CustomerPages {

    private static final int HISTORY_MAX = 50;
    private static final long ALL = 100;

    private final Facts facts;
    private final Show show;
    private final ObjectProvider<CustomerPanels> panels;

    CustomerPages(Facts facts, Show show, ObjectProvider<CustomerPanels> panels) {
        this.facts = facts;
        this.show = show;
        this.panels = panels;
    }

    CustomerPage page(Customer customer, CreditState credit, Who who) {
        List<Panel> added = panels.stream()
                .flatMap(module -> module.panelsFor(customer.id(), who).stream())
                .toList();
        String url = "/customers/" + customer.key();
        boolean writes = who.may("customers:write");
        return new CustomerPage(
                who.personal(customer.name(), Masks::name),
                customer.number(),
                CustomerScreens.chips(customer, credit),
                contact(customer, who),
                credit(customer, credit),
                used(credit),
                List.of(
                        KeyValue.of(t("customers.customerPages.payment"), terms(customer)),
                        KeyValue.of(t("customers.customerPages.currency"), customer.currency()),
                        KeyValue.of(t("customers.customerPages.priority"), Integer.toString(customer.priority()))),
                who.may("orders:write") && customer.active()
                        ? Link.to("/desk").with("customer", customer.number()).toString()
                        : "",
                writes ? url + "/edit" : "",
                writes ? url + "/active" : "",
                customer.active(),
                Panel.at(Panel.Place.MAIN, added),
                Panel.at(Panel.Place.ASIDE, added),
                History.of(facts.of("customer", customer.id(), HISTORY_MAX), show));
    }

    static String terms(Customer customer) {
        return customer.account()
                ? t("customers.customerPages.onAccountDays", customer.paymentTermsDays())
                : t("customers.customerPages.inAdvance");
    }

    private static List<KeyValue> contact(Customer customer, Who who) {
        return List.of(
                KeyValue.of(t("customers.customerPages.number"), customer.number()),
                KeyValue.of(t("shared.word.email"), personal(who, customer.email(), Masks::email)),
                KeyValue.of(t("customers.customerPages.phone"), personal(who, customer.phone(), Masks::phone)),
                KeyValue.of(t("customers.customerPages.country"), customer.country()),
                KeyValue.of(t("customers.customerPages.vatNumber"), personal(who, customer.taxId(), Masks::text)));
    }

    private static String personal(Who who, @Nullable String value, UnaryOperator<String> mask) {
        return value == null ? "–" : who.personal(value, mask);
    }

    private static List<KeyValue> credit(Customer customer, CreditState credit) {
        if (!customer.account() && credit.exposureMinor() == 0) {
            return List.of();
        }
        return List.of(
                KeyValue.number(t("customers.customerPages.limit"), money(credit.limitMinor(), credit)),
                KeyValue.number(t("customers.customerPages.orderedAndOwed"), money(credit.exposureMinor(), credit)),
                KeyValue.number(t("customers.customerPages.free"), money(credit.freeMinor(), credit)));
    }

    static String money(long minor, CreditState credit) {
        return Show.money(new Money(minor, credit.currency()));
    }

    private static long used(CreditState credit) {
        if (credit.limitMinor() <= 0) {
            return credit.exposureMinor() > 0 ? ALL : 0;
        }
        return Math.clamp(credit.exposureMinor() / Math.max(1, credit.limitMinor() / ALL), 0L, ALL);
    }
}
