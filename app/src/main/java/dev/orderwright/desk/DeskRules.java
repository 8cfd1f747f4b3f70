package dev.orderwright.desk;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.desk.PhoneOrder.Buyer;
import dev.orderwright.desk.PhoneOrder.Line;
import dev.orderwright.desk.PhoneOrder.Paying;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.CardNumbers;
import dev.orderwright.shared.Language;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Understands what was typed: as an order, or why not. Pure. */
final class DeskRules {

    static final String CHANNEL = "phone";
    private static final int RADIX = 36;
    private static final int PHONE_DIGITS_MIN = 5;

    private DeskRules() {}

    /** The desk's own number for the order that a draft becomes. */
    static String externalId(String key) {
        return "PD-" + Long.toString(Long.parseLong(key), RADIX).toUpperCase(Locale.ROOT);
    }

    /**
     * What the parts of an order stand for.
     *
     * @param shipTo null when it names an address that is not known any more
     * @param skus by the codes of the lines
     */
    record Meant(
            @Nullable Customer customer,
            @Nullable Address shipTo,
            @Nullable Address billTo,
            String currency,
            Map<String, String> skus) {}

    /** As channels give orders in; what could not be read is left out, or stands for nothing. */
    static OrderDraft draft(PhoneOrder order, String externalId, Meant meant) {
        Paying paying = order.paying();
        boolean onAccount = paying.how() == Pay.ACCOUNT;
        return new OrderDraft(
                CHANNEL,
                externalId,
                order.buyer().customer().isEmpty() ? null : order.buyer().customer(),
                meant.currency(),
                null,
                date(order.delivery().wantedOn()).orElse(null),
                order.delivery().method(),
                order.delivery().together(),
                0,
                null,
                onAccount ? PaymentTerms.ACCOUNT : PaymentTerms.PREPAID,
                paying.how() == Pay.TOKEN ? new OrderDraft.Payment("card", paying.token(), null, 0) : null,
                meant.shipTo() == null ? order.delivery().typed() : meant.shipTo(),
                meant.billTo(),
                order.lines().stream().map(line -> line(line, meant)).toList(),
                0,
                charge(paying, meant.currency()).orElse(0L),
                order.note(),
                IfShort.BACKORDER);
    }

    private static OrderDraft.Line line(Line line, Meant meant) {
        return new OrderDraft.Line(
                meant.skus().getOrDefault(line.code(), line.code()),
                number(line.quantity()).orElse(BigDecimal.ZERO),
                null,
                null);
    }

    private static Optional<BigDecimal> number(String typed) {
        return TypedNumbers.parse(typed);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** In minor units; nothing typed is nothing charged. */
    private static Optional<Long> charge(Paying paying, String currency) {
        if (paying.charge().isEmpty()) {
            return Optional.of(0L);
        }
        try {
            return number(paying.charge())
                    .map(amount ->
                            amount.movePointRight(Money.decimals(currency)).longValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All that is wrong with it, given what the quote says of the rest. */
    static List<Refusal> problems(PhoneOrder order, Meant meant, List<Refusal> quoted) {
        List<Refusal> problems = misread(order, meant);
        Set<String> told = new HashSet<>();
        problems.forEach(problem -> told.add(problem.field()));
        boolean noAddress = told.contains("customer") || told.contains("shipTo");
        for (Refusal problem : quoted) {
            boolean follows = noAddress && problem.field().startsWith("shipTo.");
            if (!follows && !told.contains(problem.field())) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private static List<Refusal> misread(PhoneOrder order, Meant meant) {
        List<Refusal> problems = new ArrayList<>();
        if (!order.buyer().isChosen()) {
            problems.add(Refusal.of("no-buyer", "customer", t("desk.refusal.chooseWhoBuys")));
        } else if (meant.shipTo() == null) {
            problems.add(Refusal.of("unknown-address", "shipTo", t("desk.refusal.chooseTheAddressAgain")));
        }
        for (int i = 0; i < order.lines().size(); i++) {
            String quantity = order.lines().get(i).quantity();
            if (number(quantity).isEmpty()) {
                problems.add(Refusal.of(
                        "bad-quantity",
                        "lines[" + i + "].quantity",
                        quantity.isEmpty() ? t("desk.refusal.sayHowMany") : t("desk.refusal.isNoQuantity", quantity)));
            }
        }
        if (charge(order.paying(), meant.currency()).isEmpty()) {
            problems.add(Refusal.of(
                    "bad-amount",
                    "shippingMinor",
                    t("desk.refusal.isNoAmount", order.paying().charge(), meant.currency())));
        }
        String wantedOn = order.delivery().wantedOn();
        if (!wantedOn.isEmpty() && date(wantedOn).isEmpty()) {
            problems.add(Refusal.of("bad-date", "requestedOn", t("desk.refusal.isNoDay", wantedOn)));
        }
        problems.addAll(cardNumbers(order));
        return problems;
    }

    /** Card numbers have no place here, neither in an order nor in a draft. */
    static List<Refusal> cardNumbers(PhoneOrder order) {
        List<Refusal> found = new ArrayList<>();
        CardNumbers.judge("payment.token", order.paying().token()).ifPresent(found::add);
        CardNumbers.judge("comment", order.note()).ifPresent(found::add);
        return found;
    }

    /** What was typed for a parcel, as its country writes it, with what is known of a customer where nothing was typed. */
    static Address delivered(Address asTyped, @Nullable Customer customer) {
        Address typed = asTyped.tidied();
        if (customer == null) {
            return typed;
        }
        boolean unnamed = typed.name().isBlank() && typed.company().isBlank();
        return new Address(
                unnamed ? customer.name() : typed.name(),
                typed.company(),
                typed.street(),
                typed.street2(),
                typed.city(),
                typed.region(),
                typed.postcode(),
                typed.country(),
                otherwise(typed.phone(), customer.phone()),
                otherwise(typed.email(), customer.email()));
    }

    private static String otherwise(String typed, @Nullable String known) {
        return typed.isBlank() ? Objects.requireNonNullElse(known, "") : typed;
    }

    /** An address of which only the country is known, with what somebody new was looked for by, in the part it looks like. */
    static Address begun(Buyer buyer, String country) {
        String find = buyer.find();
        boolean mail = find.indexOf('@') > 0;
        boolean phone = find.matches("[+(]?\\d[\\d\\s()/.-]*")
                && find.replaceAll("\\D", "").length() >= PHONE_DIGITS_MIN;
        return new Address(
                mail || phone ? "" : find, "", "", "", "", "", "", country, phone ? find : "", mail ? find : "");
    }

    /** The same with its numbers as the reader's language writes them; what is none stays as it was typed. */
    static PhoneOrder inOwnWords(PhoneOrder order) {
        String language = Texts.language().code();
        if (order.language().equals(language)) {
            return order;
        }
        Language other = Language.of(order.language()).orElse(Language.ENGLISH);
        UnaryOperator<String> again = typed ->
                Texts.in(other, () -> number(typed)).map(TypedNumbers::text).orElse(typed);
        Paying paying = order.paying();
        Line entry = order.entry();
        PhoneOrder lines = order.with(order.lines().stream()
                .map(line -> new Line(line.code(), again.apply(line.quantity())))
                .toList());
        return new PhoneOrder(
                lines.buyer(),
                lines.delivery(),
                lines.lines(),
                new Line(entry.code(), again.apply(entry.quantity())),
                new Paying(paying.how(), paying.token(), again.apply(paying.charge())),
                lines.note(),
                language,
                lines.sent());
    }
}
