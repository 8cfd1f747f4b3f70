package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.customers.Defined;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The customers: found, seen from all sides, made and changed. */
@Controller
class CustomerScreens {

    private static final String LIST = "/customers";
    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;

    private final Customers customers;
    private final CustomerPages pages;
    private final Company company;
    private final Foretelling foretelling;

    CustomerScreens(Customers customers, CustomerPages pages, Company company, Foretelling foretelling) {
        this.customers = customers;
        this.pages = pages;
        this.company = company;
        this.foretelling = foretelling;
    }

    @GetMapping(LIST)
    @Requires("customers:read")
    WebPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        Page<Customer> page = customers.search(q, after, ROWS);
        Map<Long, CreditState> credits =
                customers.credits(page.items().stream().map(Customer::id).toList());
        Link link = Link.to(LIST).with("q", q);
        CustomersPage view = new CustomersPage(
                List.of(Field.text("q", t("customers.customerScreens.numberNameEMailPhone"), q)),
                q.isBlank() ? "" : LIST,
                who.may("customers:write"),
                page.items().stream()
                        .map(customer -> row(customer, credits.get(customer.id()), who))
                        .toList(),
                Pager.of(page, link, "after", after, t("shared.one.customer"), t("shared.many.customers")));
        return WebPage.of("customers/list.jte", view, t("customers.customerScreens.customers"))
                .in("customers");
    }

    private static CustomersPage.Row row(Customer customer, @Nullable CreditState credit, Who who) {
        String contact = customer.email() != null
                ? who.personal(customer.email(), Masks::email)
                : customer.phone() == null ? "" : who.personal(customer.phone(), Masks::phone);
        return new CustomersPage.Row(
                customer.number(),
                LIST + "/" + customer.key(),
                who.personal(customer.name(), Masks::name),
                contact,
                customer.country(),
                CustomerPages.terms(customer),
                credit == null || credit.exposureMinor() == 0
                        ? ""
                        : CustomerPages.money(credit.exposureMinor(), credit),
                chips(customer, credit));
    }

    static List<Chip> chips(Customer customer, @Nullable CreditState credit) {
        List<Chip> chips = new ArrayList<>();
        if (customer.account() && credit != null && credit.freeMinor() < 0) {
            chips.add(Chip.of(t("customers.customerScreens.owesMoreThanHeMay"), Tone.BAD));
        }
        if (!customer.active()) {
            chips.add(Chip.of(t("customers.customerScreens.notSoldTo"), Tone.WARN));
        }
        if (customer.priority() > 5) {
            chips.add(Chip.of(t("customers.customerScreens.priority", customer.priority()), Tone.INFO));
        }
        return chips;
    }

    @GetMapping(LIST + "/{customer}")
    @Requires("customers:read")
    WebPage one(@PathVariable("customer") String key, Who who) {
        Customer customer = find(key);
        CustomerPage view = pages.page(customer, credit(customer), who);
        return WebPage.of("customers/customer.jte", view, view.name())
                .in("customers")
                .crumb(t("customers.customerScreens.customers"), LIST);
    }

    @GetMapping(LIST + "/new")
    @Requires("customers:write")
    WebPage newForm(Who who) {
        Map<String, String> in = Map.of(
                "country", company.country(),
                "currency", company.currency(),
                "paymentTermsDays", "30",
                "priority", "5",
                "creditLimit", "0");
        return form(null, in, List.of(), who);
    }

    @PostMapping(LIST)
    @Requires("customers:write")
    Screen create(@RequestParam Map<String, String> in, Cause cause, Who who) {
        FormInput input = new FormInput(in);
        Optional<CustomerDraft> draft = CustomerForm.draft(input, null, true);
        if (draft.isEmpty()) {
            return form(null, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        return switch (customers.add(cause, draft.get())) {
            case Outcome.Refused<Defined>(List<Refusal> refusals) ->
                form(null, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<Defined>(Defined defined, boolean replayed) ->
                Redirect.to(
                        LIST + "/"
                                + find(Long.toString(
                                                defined.customers().getFirst().id()))
                                        .key(),
                        Flash.done(t("customers.customerScreens.theCustomerIsMade")));
        };
    }

    @GetMapping(LIST + "/{customer}/edit")
    @Requires("customers:write")
    WebPage edit(@PathVariable("customer") String key, Who who) {
        Customer customer = find(key);
        return form(customer, CustomerForm.of(customer, credit(customer)), List.of(), who);
    }

    @PostMapping(LIST + "/{customer}/edit")
    @Requires("customers:write")
    Screen change(@PathVariable("customer") String key, @RequestParam Map<String, String> in, Cause cause, Who who) {
        Customer customer = find(key);
        FormInput input = new FormInput(in);
        int version = input.whole("version");
        // What was hidden when the form was made stays hidden, even if the caller could reveal it meanwhile.
        Optional<CustomerDraft> draft =
                CustomerForm.draft(input, customer, who.seesPersonalData() && in.containsKey("name"));
        if (draft.isEmpty()) {
            return form(customer, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        return switch (customers.change(cause, draft.get(), version)) {
            case Outcome.Refused<Defined>(List<Refusal> refusals) ->
                form(customer, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<Defined> done ->
                Redirect.to(
                        LIST + "/" + customer.key(), Flash.done(t("customers.customerScreens.theCustomerIsChanged")));
        };
    }

    @GetMapping(LIST + "/{customer}/active")
    @Requires("customers:write")
    WebPage askActive(@PathVariable("customer") String key, Who who) {
        Customer customer = find(key);
        String url = LIST + "/" + customer.key();
        return WebPage.asking(Dialog.of(
                                t("customers.customer.stopSellingAsk", customer.number()),
                                url + "/active",
                                url,
                                t("customers.customer.stopSelling"))
                        .explained(t("customers.customer.stopSellingMeans"))
                        .about("", Map.of("active", "false"))
                        .changing(foretelling.of(
                                who, cause -> customers.setActive(cause, List.of(customer.number()), false)))
                        .dangerous())
                .in("customers")
                .crumb(t("customers.customerScreens.customers"), LIST)
                .crumb(customer.number(), url);
    }

    /** Stops selling to him, or starts again; what he has ordered is not touched. */
    @PostMapping(LIST + "/{customer}/active")
    @Requires("customers:write")
    Redirect active(@PathVariable("customer") String key, @RequestParam boolean active, Cause cause) {
        Customer customer = find(key);
        customers.setActive(cause, List.of(customer.number()), active).orThrow();
        return Redirect.to(
                LIST + "/" + customer.key(),
                Flash.done(
                        active
                                ? t("customers.customerScreens.heCanOrderAgain")
                                : t("customers.customerScreens.heCannotOrderAnyMore")));
    }

    private WebPage form(@Nullable Customer customer, Map<String, String> in, List<Refusal> refusals, Who who) {
        boolean personal = customer == null || who.seesPersonalData();
        List<Field> fields = CustomerForm.fields(customer == null, personal, in);
        String back = customer == null ? LIST : LIST + "/" + customer.key();
        CustomerEditPage view = new CustomerEditPage(
                customer == null,
                customer == null
                        ? t("customers.customerScreens.newCustomer")
                        : t("customers.customerScreens.change", customer.number()),
                customer == null ? LIST : back + "/edit",
                back,
                fields.stream().map(field -> field.errorsOf(refusals)).toList(),
                in.containsKey("account"),
                in.getOrDefault("version", ""),
                !personal,
                Field.rest(refusals, fields));
        WebPage page = WebPage.of("customers/edit.jte", view, view.title())
                .in("customers")
                .crumb(t("customers.customerScreens.customers"), LIST);
        return customer == null ? page : page.crumb(customer.number(), back);
    }

    private CreditState credit(Customer customer) {
        return customers
                .credit(customer.id())
                .orElseGet(() -> new CreditState(customer.id(), customer.currency(), 0, 0));
    }

    private Customer find(String key) {
        return customers
                .byKey(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer " + key));
    }
}
