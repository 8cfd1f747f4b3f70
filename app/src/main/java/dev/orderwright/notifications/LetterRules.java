package dev.orderwright.notifications;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.notifications.Letter.Entry;
import dev.orderwright.notifications.Letter.Goods;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customers are told, in words. Pure.
 *
 * @param carrierName names a carrier by its code
 */
record LetterRules(Company company, UnaryOperator<String> carrierName) {

    /** So many lines are listed; nobody reads more in a message. */
    static final int LISTED_MAX = 200;

    private static final Set<SliceState> TO_COME = EnumSet.of(
            SliceState.OPEN,
            SliceState.BACKORDERED,
            SliceState.RESERVED,
            SliceState.RELEASED,
            SliceState.PICKED,
            SliceState.PACKED);

    /** Who is told: who waits for the parcel, or who has bought; empty when nobody knows an address. */
    static String recipient(NoticeKind kind, About about) {
        String waits = about.head().shipTo().email();
        String buys = about.head().invoiceTo().email();
        String known = about.customer() == null
                ? ""
                : Objects.requireNonNullElse(about.customer().email(), "");
        Stream<String> first =
                kind == NoticeKind.SHIPPED ? Stream.of(waits, buys, known) : Stream.of(buys, known, waits);
        return first.map(String::strip)
                .filter(email -> !email.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The paper that goes with it, by its number. */
    static @Nullable String attached(NoticeKind kind, About about) {
        return switch (kind) {
            case CONFIRMATION -> about.head().number();
            case INVOICE -> about.text("invoice");
            case SHIPPED, CANCELLED, DELAYED -> null;
        };
    }

    Letter letter(NoticeKind kind, About about) {
        return switch (kind) {
            case CONFIRMATION -> confirmation(about);
            case SHIPPED -> shipped(about);
            case INVOICE -> invoice(about);
            case CANCELLED -> cancelled(about);
            case DELAYED -> delayed(about);
        };
    }

    private Letter confirmation(About about) {
        OrderHead head = about.head();
        boolean received = head.lifecycle() == Lifecycle.PLACED;
        List<Entry> facts = new ArrayList<>(order(about));
        facts.add(new Entry(
                "Order date", Show.day(head.placedAt().atZone(company.zone()).toLocalDate())));
        facts.add(new Entry("Expected", expected(head.expectedOn())));
        facts.add(new Entry(
                "Payment",
                head.terms() == PaymentTerms.ACCOUNT
                        ? "within " + head.paymentTermsDays() + " days of the invoice"
                        : "in advance"));
        String number = head.number();
        return letter(
                received ? "We have received your order " + number : "Your order " + number + " is confirmed",
                about,
                List.of(
                        received
                                ? "Thank you for your order. We have received it and look at it now; then we get it ready."
                                : "Thank you for your order. It is confirmed, and we are getting it ready.",
                        "We write again when it is on its way. The confirmation is attached as a PDF."),
                facts,
                about.lines().stream()
                        .map(line ->
                                goods(line, line.quantity(), money(line.money().net(), head)))
                        .toList(),
                totals(head),
                head.shipTo());
    }

    private Letter shipped(About about) {
        OrderHead head = about.head();
        List<Entry> facts = new ArrayList<>(order(about));
        facts.add(new Entry("Carrier", carrierName.apply(about.text("carrier"))));
        String tracking = about.fact().get("tracking") instanceof List<?> numbers
                ? numbers.stream()
                        .map(Object::toString)
                        .filter(number -> !number.isBlank())
                        .collect(Collectors.joining(", "))
                : "";
        if (!tracking.isEmpty()) {
            facts.add(new Entry("Tracking number", tracking));
        }
        boolean more =
                about.slices().stream().anyMatch(slice -> TO_COME.contains(slice.state()) && isGoods(about, slice));
        return letter(
                (more ? "A part of your order " : "Your order ") + head.number() + " is on its way",
                about,
                more
                        ? List.of("We have handed a part of your order over to the carrier.", "The rest follows.")
                        : List.of("We have handed your order over to the carrier."),
                facts,
                about.slices().stream()
                        .filter(slice ->
                                slice.packageId() != null && about.packages().contains(slice.packageId()))
                        .collect(Collectors.groupingBy(
                                Slice::lineNo, TreeMap::new, Collectors.summingLong(Slice::quantity)))
                        .entrySet()
                        .stream()
                        .map(units -> goods(line(about, units.getKey()), units.getValue(), ""))
                        .toList(),
                List.of(),
                head.shipTo());
    }

    private Letter invoice(About about) {
        List<Entry> facts = new ArrayList<>(order(about));
        facts.add(new Entry("Invoice", about.text("invoice")));
        facts.add(new Entry("Total", about.text("total")));
        boolean onAccount = about.head().terms() == PaymentTerms.ACCOUNT;
        if (onAccount && !about.text("dueOn").isEmpty()) {
            facts.add(new Entry("Please pay by", Show.day(LocalDate.parse(about.text("dueOn")))));
        }
        return letter(
                "Invoice " + about.text("invoice") + " for your order "
                        + about.head().number(),
                about,
                List.of(
                        "Your invoice is attached as a PDF.",
                        onAccount
                                ? "How to pay it stands on it."
                                : "It is paid the way you chose when you ordered; it says whether anything is open."),
                facts,
                List.of(),
                List.of(),
                null);
    }

    private Letter cancelled(About about) {
        return letter(
                "Your order " + about.head().number() + " is cancelled",
                about,
                List.of(
                        "Your order is cancelled. Nothing more of it is sent.",
                        "If you did not expect this, please answer this message."),
                order(about),
                List.of(),
                List.of(),
                null);
    }

    /** What it says is of the moment of the fact: another letter follows when the day moves again. */
    private Letter delayed(About about) {
        boolean found = about.text("was").isEmpty();
        boolean lost = about.text("expectedOn").isEmpty();
        List<Entry> facts = new ArrayList<>(order(about));
        if (!found) {
            facts.add(new Entry("So far", Show.day(LocalDate.parse(about.text("was")))));
        }
        facts.add(new Entry("Expected", expected(lost ? null : LocalDate.parse(about.text("expectedOn")))));
        return letter(
                found
                        ? "We know when your order " + about.head().number() + " comes"
                        : "Your order " + about.head().number() + " comes later than we said",
                about,
                List.of(
                        found
                                ? "What we were waiting for is on its way to us."
                                : "We are sorry: something you ordered is not here as soon as we had thought.",
                        lost
                                ? "We do not know the new day yet, and write again as soon as we do."
                                : "This is when all of it should be with you. If that is too late, just answer this message."),
                facts,
                List.of(),
                List.of(),
                null);
    }

    private Letter letter(
            String title,
            About about,
            List<String> sentences,
            List<Entry> facts,
            List<Goods> all,
            List<Entry> totals,
            @Nullable Address to) {
        String name = about.head().invoiceTo().name().strip();
        List<String> said = new ArrayList<>(sentences);
        if (all.size() > LISTED_MAX) {
            said.add("The first " + LISTED_MAX + " of " + Show.number(all.size()) + " items are listed here.");
        }
        return new Letter(
                title,
                title,
                name.isEmpty() ? "Good day," : "Dear " + name + ",",
                said,
                facts,
                all.stream().limit(LISTED_MAX).toList(),
                totals,
                to == null ? List.of() : place(to),
                "Questions? Just answer this message, or call " + company.phone() + ".",
                company.lines());
    }

    private static List<String> place(Address to) {
        return Stream.concat(Stream.of(to.name()), to.printed().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<Entry> order(About about) {
        String reference = about.head().externalId();
        return reference.equals(about.head().number())
                ? List.of(new Entry("Order", about.head().number()))
                : List.of(new Entry("Order", about.head().number()), new Entry("Your reference", reference));
    }

    private static String expected(@Nullable LocalDate day) {
        return day == null ? "we tell you as soon as we know" : Show.day(day);
    }

    private static boolean isGoods(About about, Slice slice) {
        return line(about, slice.lineNo()).kind() == ItemKind.STOCKED;
    }

    private static OrderLine line(About about, int lineNo) {
        return about.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow();
    }

    private static Goods goods(OrderLine line, long units, String amount) {
        return new Goods(Quantities.text(units, line.quantityDecimals()), line.description(), line.sku(), amount);
    }

    private static List<Entry> totals(OrderHead head) {
        OrderMoney money = head.money();
        List<Entry> totals = new ArrayList<>();
        totals.add(new Entry("Goods and services", money(money.net(), head)));
        if (money.discount() != 0) {
            totals.add(new Entry("Discount", money(-money.discount(), head)));
        }
        if (money.shipping() != 0) {
            totals.add(new Entry("Delivery", money(money.shipping(), head)));
        }
        totals.add(new Entry("VAT", money(money.tax(), head)));
        totals.add(new Entry("Total", money(money.total(), head)));
        return totals;
    }

    private static String money(long minor, OrderHead head) {
        return Show.money(new Money(minor, head.currency()));
    }
}
