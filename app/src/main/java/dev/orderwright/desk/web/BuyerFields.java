package dev.orderwright.desk.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.desk.KnownAddress;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.desk.PhoneOrder.Delivery;
import dev.orderwright.desk.Sheet;
import dev.orderwright.desk.web.DeskParts.Buyer;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.Quote;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the desk shows of who buys and where it goes. Addresses stand there as the reader may see them. */
final class BuyerFields {

    private final Sheet sheet;
    private final List<Refusal> refusals;
    private final Who who;

    /** @param refusals what is shown at the fields */
    BuyerFields(Sheet sheet, List<Refusal> refusals, Who who) {
        this.sheet = sheet;
        this.refusals = refusals;
        this.who = who;
    }

    Buyer buyer() {
        PhoneOrder order = sheet.order();
        PhoneOrder.Buyer buyer = order.buyer();
        Customer customer = sheet.customer();
        List<Field> typed = isTyped() ? typed() : List.of();
        return new Buyer(
                DeskForm.shown(buyer),
                order.delivery().place(),
                buyer.find(),
                buyer.customer(),
                buyer.guest(),
                who.may("customers:write"),
                buyer.keep(),
                buyer.number(),
                name(customer),
                customer == null || !who.may("customers:read") ? "" : "/customers/" + customer.key(),
                customer == null || customer.active()
                        ? List.of()
                        : List.of(Chip.of(t("desk.buyer.notSoldTo"), Tone.WARN)),
                facts(customer),
                places(),
                billPlaces(),
                typed,
                error(),
                focus(typed));
    }

    private boolean isTyped() {
        PhoneOrder order = sheet.order();
        return order.buyer().isChosen() && order.delivery().place().isEmpty();
    }

    private String name(@Nullable Customer customer) {
        String number = sheet.order().buyer().customer();
        if (customer != null) {
            return who.personal(customer.name(), Masks::name);
        }
        return number.isEmpty() ? t("desk.buyer.guest") : number;
    }

    private List<KeyValue> facts(@Nullable Customer customer) {
        List<KeyValue> facts = new ArrayList<>();
        if (customer == null) {
            return facts;
        }
        facts.add(KeyValue.of(t("desk.buyer.number"), customer.number()));
        String contact = contact(customer, who);
        if (!contact.isEmpty()) {
            facts.add(KeyValue.of(t("desk.buyer.contact"), contact));
        }
        Quote.Credit credit = sheet.quote().credit();
        if (customer.account() && credit != null && who.may("customers:read")) {
            facts.add(KeyValue.of(t("desk.buyer.openCredit"), money(credit.leftMinor(), credit.currency()))
                    .hint(t("desk.buyer.ofTheLimit", money(credit.limitMinor(), credit.currency()))));
        }
        return facts;
    }

    static String contact(Customer customer, Who who) {
        String email = customer.email() == null ? "" : who.personal(customer.email(), Masks::email);
        String phone = customer.phone() == null ? "" : who.personal(customer.phone(), Masks::phone);
        return Stream.of(phone, email).filter(one -> !one.isEmpty()).collect(Collectors.joining(" · "));
    }

    static String money(long minor, String currency) {
        return Show.money(new Money(minor, currency));
    }

    private @Nullable Field places() {
        if (sheet.places().isEmpty()) {
            return null;
        }
        Map<String, String> choices = choices(sheet.places());
        choices.put("", t("desk.buyer.anotherAddress"));
        return Field.select(
                        "place",
                        t("desk.buyer.goesTo"),
                        sheet.order().delivery().place(),
                        choices)
                .errorsOf(named("shipTo", "place"));
    }

    private @Nullable Field billPlaces() {
        if (sheet.billPlaces().isEmpty()) {
            return null;
        }
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", t("desk.buyer.sameAddress"));
        choices.putAll(choices(sheet.billPlaces()));
        return Field.select(
                "billPlace", t("desk.buyer.invoiceTo"), sheet.order().delivery().billPlace(), choices);
    }

    private Map<String, String> choices(List<KnownAddress> places) {
        Map<String, String> choices = new LinkedHashMap<>();
        places.forEach(place -> choices.put(place.key(), oneLine(place.address())));
        return choices;
    }

    private String oneLine(Address address) {
        Address seen = who.seesPersonalData() ? address : address.masked();
        return Stream.of(
                        seen.name(),
                        seen.company(),
                        seen.street(),
                        seen.street2(),
                        seen.postcode() + " " + seen.city(),
                        seen.country())
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private List<Field> typed() {
        Delivery delivery = sheet.order().delivery();
        Address typed = delivery.typed();
        boolean named = sheet.customer() != null;
        return Stream.of(
                        Field.text("name", t("shared.word.name"), typed.name())
                                .hint(named ? t("desk.buyer.emptyForTheCustomers") : ""),
                        Field.text("company", t("desk.buyer.company"), typed.company()),
                        Field.text("phone", t("desk.buyer.phone"), typed.phone()),
                        Field.text("email", t("desk.buyer.email"), typed.email()),
                        Field.text("street", t("desk.buyer.street"), typed.street())
                                .mandatory(),
                        Field.text("street2", t("desk.buyer.street2"), typed.street2()),
                        Field.text("postcode", t("desk.buyer.postcode"), typed.postcode()),
                        Field.text("city", t("desk.buyer.city"), typed.city()).mandatory(),
                        Field.text("region", t("desk.buyer.region"), typed.region()),
                        Field.select("country", t("desk.buyer.country"), typed.country(), countries()))
                .map(field -> field.errorsOf(named("shipTo." + field.name(), field.name())))
                .toList();
    }

    /** What is refused of an order under a name, under the name of its field. */
    private List<Refusal> named(String refused, String field) {
        return refusals.stream()
                .filter(refusal -> refusal.field().equals(refused))
                .map(refusal -> Refusal.of(refusal.code(), field, refusal.reason()))
                .toList();
    }

    private static Map<String, String> countries() {
        Locale reader = Texts.language().locale();
        Collator order = Collator.getInstance(reader);
        Map<String, String> countries = new LinkedHashMap<>();
        Stream.of(Locale.getISOCountries())
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(reader)))
                .sorted(Comparator.comparing(Map.Entry::getValue, order::compare))
                .forEach(country -> countries.put(country.getKey(), country.getValue()));
        return countries;
    }

    /** Why the customer is none, or cannot buy: nobody has to send the order to be told. */
    private String error() {
        return sheet.problems().stream()
                .filter(problem ->
                        problem.field().equals("customer") && !problem.code().equals("no-buyer")
                                || refusals.contains(problem) && problem.field().equals("customer"))
                .map(Refusal::reason)
                .findFirst()
                .orElse("");
    }

    private String focus(List<Field> typed) {
        if (typed.isEmpty()) {
            return sheet.order().buyer().isChosen() ? "entry" : "find";
        }
        return typed.stream()
                .filter(field -> field.value().isBlank())
                .filter(field -> sheet.customer() == null || field.required())
                .map(Field::name)
                .findFirst()
                .orElse("street");
    }
}
