package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.Customer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named checks that every order goes through, in order. Each may refuse (with the field and the reason), warn, or
 * ask for a hold. Pure: everything a check needs is in its {@link Subject}. A new rule is a function and a line in
 * {@link #ALL}.
 */
final class OrderChecks {

    static final long QUANTITY_MAX = 1_000_000_000L;
    private static final long AMOUNT_MAX_MINOR = 100_000_000_000_000L;
    private static final int TEXT_MAX = 2_000;
    private static final int ADDRESS_PART_MAX = 200;
    private static final Duration FUTURE_MAX = Duration.ofMinutes(5);
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private OrderChecks() {}

    /**
     * What is checked.
     *
     * @param now the present, to tell the future from the past
     * @param item the items of the lines by SKU, as far as they exist
     * @param node the chosen node's id when the draft names one that exists
     */
    record Subject(
            Cause cause,
            OrderDraft draft,
            Instant now,
            Map<Sku, Item> item,
            @Nullable Customer customer,
            @Nullable Long node) {

        Optional<Item> itemOf(OrderDraft.Line line) {
            return Sku.parse(line.sku()).map(item::get);
        }
    }

    /** What the checks found. */
    record Findings(List<Refusal> refusals, List<String> warnings) {

        Findings() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void refuse(String code, String field, String reason) {
            refusals.add(Refusal.of(code, field, reason));
        }

        void warn(String warning) {
            warnings.add(warning);
        }
    }

    /** A check with the name under which its findings are known. */
    record Check(String name, BiConsumer<Subject, Findings> rule) {}

    static final List<Check> ALL = List.of(
            new Check("identity", OrderChecks::identity),
            new Check("currency", MoneyChecks::currency),
            new Check("customer", OrderChecks::customer),
            new Check("addresses", OrderChecks::addresses),
            new Check("lines", OrderChecks::lines),
            new Check("dates", OrderChecks::dates),
            new Check("amounts", OrderChecks::amounts),
            new Check("discount", MoneyChecks::discount),
            new Check("delivery", OrderChecks::delivery),
            new Check("texts", OrderChecks::texts));

    static Findings run(Subject subject) {
        Findings findings = new Findings();
        ALL.forEach(check -> check.rule().accept(subject, findings));
        return findings;
    }

    private static void identity(Subject subject, Findings findings) {
        OrderDraft draft = subject.draft();
        if (!CHANNEL.matcher(draft.channel()).matches()) {
            findings.refuse("bad-channel", "channel", t("orders.refusal.aChannelIsToLower"));
        }
        if (draft.externalId().isBlank() || draft.externalId().length() > 100) {
            findings.refuse("bad-external-id", "externalId", t("orders.refusal.theChannelsOwnOrderNumber"));
        }
    }

    private static void customer(Subject subject, Findings findings) {
        OrderDraft draft = subject.draft();
        Customer customer = subject.customer();
        if (draft.customer() != null && customer == null) {
            findings.refuse("unknown-customer", "customer", t("orders.refusal.thereIsNoCustomer", draft.customer()));
        }
        if (customer != null && !customer.active()) {
            findings.refuse(
                    "customer-inactive", "customer", t("orders.refusal.customerIsClosedForNew", customer.number()));
        }
        if (customer != null && !customer.currency().equals(draft.currency())) {
            findings.refuse(
                    "foreign-currency",
                    "currency",
                    t("orders.refusal.customerBuysInNotIn", customer.number(), customer.currency(), draft.currency()));
        }
        if (draft.terms() == PaymentTerms.ACCOUNT && (customer == null || !customer.account())) {
            findings.refuse("no-account", "terms", t("orders.refusal.onlyCustomersWithAnAccount"));
        }
    }

    private static void addresses(Subject subject, Findings findings) {
        address("shipTo", subject.draft().shipTo(), findings);
        Address billTo = subject.draft().billTo();
        if (billTo != null) {
            address("billTo", billTo, findings);
        }
    }

    private static void address(String field, Address address, Findings findings) {
        part(field + ".name", address.name() + address.company(), t("orders.refusal.aNameOrACompany"), findings);
        part(field + ".street", address.street(), t("orders.refusal.aStreet"), findings);
        part(field + ".city", address.city(), t("orders.refusal.aCity"), findings);
        if (!COUNTRIES.contains(address.country())) {
            findings.refuse(
                    "unknown-country", field + ".country", t("orders.refusal.isNotACountryUse", address.country()));
        }
        for (String part : address.parts()) {
            if (part.length() > ADDRESS_PART_MAX) {
                findings.refuse("too-long", field, t("orders.refusal.aPartOfTheAddress"));
                return;
            }
        }
    }

    private static void part(String field, String value, String what, Findings findings) {
        if (value.isBlank()) {
            findings.refuse("missing-address-part", field, t("orders.refusal.theAddressNeeds", what));
        }
    }

    private static void lines(Subject subject, Findings findings) {
        List<OrderDraft.Line> lines = subject.draft().lines();
        if (lines.isEmpty()) {
            findings.refuse("no-lines", "lines", t("orders.refusal.anOrderNeedsAtLeast"));
        }
        if (lines.size() > OrderDraft.LINES_MAX) {
            findings.refuse(
                    "too-many-lines",
                    "lines",
                    t("orders.refusal.anOrderTakesAtMost", OrderDraft.LINES_MAX, lines.size()));
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            line(subject, "lines[" + i + "]", lines.get(i), findings);
        }
    }

    private static void line(Subject subject, String field, OrderDraft.Line line, Findings findings) {
        Item item = subject.itemOf(line).orElse(null);
        if (item == null) {
            findings.refuse("unknown-sku", field + ".sku", t("orders.refusal.thereIsNoItem", line.sku()));
        } else if (!item.active()) {
            findings.refuse(
                    "item-inactive",
                    field + ".sku",
                    t("orders.refusal.itemIsNoLongerSold", item.sku().code()));
        } else if (line.unitPrice() == null
                && !item.currency().equals(subject.draft().currency())) {
            findings.refuse(
                    "foreign-currency",
                    field + ".unitPrice",
                    t(
                            "orders.refusal.theListPriceOfIs",
                            item.sku().code(),
                            item.currency(),
                            subject.draft().currency()));
        }
        quantity(field + ".quantity", line.quantity(), item == null ? 0 : item.quantityDecimals(), findings);
        BigDecimal price = line.unitPrice();
        if (price != null && price.signum() < 0) {
            findings.refuse("negative-price", field + ".unitPrice", t("orders.refusal.aPriceCannotBeNegative"));
        }
        if (price != null && (price.scale() > 6 || price.precision() - price.scale() > 13)) {
            findings.refuse("bad-price", field + ".unitPrice", t("orders.refusal.aPriceHasAtMost"));
        }
    }

    private static void quantity(String field, BigDecimal quantity, int decimals, Findings findings) {
        if (quantity.signum() <= 0) {
            findings.refuse("not-positive", field, t("orders.refusal.theQuantityMustBeMore2", quantity));
        } else if (quantity.stripTrailingZeros().scale() > decimals) {
            findings.refuse("too-many-decimals", field, t("orders.refusal.thisItemIsSoldWith", decimals, quantity));
        } else if (quantity.scaleByPowerOfTen(decimals).compareTo(BigDecimal.valueOf(QUANTITY_MAX)) > 0) {
            findings.refuse("quantity-too-large", field, t("orders.refusal.atMostUnitsCanBe", QUANTITY_MAX));
        }
    }

    private static void dates(Subject subject, Findings findings) {
        Instant placed = subject.cause().at();
        if (placed.isAfter(subject.now().plus(FUTURE_MAX))) {
            findings.refuse("date-in-future", "placedAt", t("orders.refusal.anOrderCannotHaveBeen"));
        }
        LocalDate requested = subject.draft().requestedOn();
        if (requested == null) {
            return;
        }
        LocalDate today = placed.atZone(ZoneOffset.UTC).toLocalDate();
        if (requested.isBefore(today.minusDays(1))) {
            findings.refuse("date-in-past", "requestedOn", t("orders.refusal.theRequestedDateHasPassed", requested));
        } else if (requested.isAfter(today.plusYears(2))) {
            findings.refuse("date-too-far", "requestedOn", t("orders.refusal.theRequestedDateIsMore"));
        }
    }

    private static void amounts(Subject subject, Findings findings) {
        OrderDraft draft = subject.draft();
        amount("discountMinor", draft.discountMinor(), findings);
        amount("shippingMinor", draft.shippingMinor(), findings);
        if (draft.terms() == PaymentTerms.ACCOUNT && draft.payment() != null) {
            findings.warn("payment-ignored: orders on account are invoiced");
        }
        OrderDraft.Payment payment = draft.payment();
        if (payment != null) {
            amount("payment.authorisedMinor", payment.authorisedMinor(), findings);
            if (payment.token().isBlank() && payment.authorisation() == null) {
                findings.refuse("no-payment-means", "payment.token", t("orders.refusal.aPaymentNeedsTheProviders"));
            }
        }
    }

    private static void amount(String field, long minor, Findings findings) {
        if (minor < 0 || minor > AMOUNT_MAX_MINOR) {
            findings.refuse("bad-amount", field, t("orders.refusal.theAmountMustBeBetween", AMOUNT_MAX_MINOR));
        }
    }

    private static void delivery(Subject subject, Findings findings) {
        OrderDraft draft = subject.draft();
        if (!draft.method().equals("STANDARD") && !draft.method().equals("EXPRESS")) {
            findings.refuse("unknown-method", "method", t("orders.refusal.theDeliveryMethodIsStandard"));
        }
        if (draft.onlyNode() != null && subject.node() == null) {
            findings.refuse("unknown-node", "onlyNode", t("orders.refusal.thereIsNoNode", draft.onlyNode()));
        }
        Integer priority = draft.priority();
        if (priority != null && (priority < 0 || priority > 9)) {
            findings.refuse("bad-priority", "priority", t("orders.refusal.aPriorityIsLowTo"));
        }
        if (draft.shipmentsMax() < 0) {
            findings.refuse("bad-split-limit", "shipmentsMax", t("orders.refusal.theNumberOfShipmentsCannot"));
        }
    }

    private static void texts(Subject subject, Findings findings) {
        if (subject.draft().comment().length() > TEXT_MAX) {
            findings.refuse("too-long", "comment", t("orders.refusal.aCommentHasAtMost", TEXT_MAX));
        }
        List<OrderDraft.Line> lines = subject.draft().lines();
        for (int i = 0; i < lines.size(); i++) {
            String description = lines.get(i).description();
            if (description != null && description.length() > TEXT_MAX) {
                findings.refuse("too-long", "lines[" + i + "].description", t("orders.refusal.aDescriptionHasAtMost"));
            }
        }
    }
}
