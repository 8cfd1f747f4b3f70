package dev.orderwright.orders.web;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.documents.Detail;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.Heading;
import dev.orderwright.documents.Item;
import dev.orderwright.documents.Parties;
import dev.orderwright.documents.Party;
import dev.orderwright.documents.Price;
import dev.orderwright.documents.SalesOrderView;
import dev.orderwright.documents.Seller;
import dev.orderwright.documents.Totals;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderPapers;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Figures;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The confirmation of an order as a paper, as the order stands when it is printed. */
@Component
class OrderPaper implements OrderPapers {

    private final Documents documents;
    private final Customers customers;
    private final Company company;
    private final Show show;

    OrderPaper(Documents documents, Customers customers, Company company, Show show) {
        this.documents = documents;
        this.customers = customers;
        this.company = company;
        this.show = show;
    }

    /** As a person or a program may see it. */
    Document confirmation(OrderDetail detail, Who who) {
        boolean seen = who.seesPersonalData() || who.mayAny("personal:ship-to", "personal:bill-to");
        return confirmation(detail, seen ? UnaryOperator.identity() : Address::masked);
    }

    @Override
    public Document confirmation(OrderDetail detail) {
        return confirmation(detail, UnaryOperator.identity());
    }

    private Document confirmation(OrderDetail detail, UnaryOperator<Address> shown) {
        OrderHead head = detail.head();
        Customer customer = head.customerId() == null
                ? null
                : customers.byId(List.of(head.customerId())).get(head.customerId());
        List<Detail> facts = new ArrayList<>();
        facts.add(new Detail("Order date", show.day(head.placedAt())));
        facts.add(new Detail("Your reference", head.externalId()));
        if (customer != null) {
            facts.add(new Detail("Customer no.", customer.number()));
        }
        facts.add(new Detail("Payment", payment(head)));
        facts.add(new Detail("Currency", head.currency()));
        List<Detail> tax = customer == null || customer.taxId() == null
                ? List.of()
                : List.of(new Detail("VAT no.", customer.taxId()));
        return documents.salesOrder(new SalesOrderView(
                new Parties(
                        Seller.of(company),
                        party(shown.apply(head.invoiceTo()), tax),
                        party(shown.apply(head.shipTo()), List.of())),
                new Heading(head.number(), facts),
                delivery(head),
                detail.lines().stream().map(line -> line(line, detail)).toList(),
                totals(detail),
                terms(head)));
    }

    private static String payment(OrderHead head) {
        return head.terms() == PaymentTerms.ACCOUNT ? head.paymentTermsDays() + " days net" : "in advance";
    }

    private static Party party(Address address, List<Detail> details) {
        return new Party(address.recipient(), address.printed(), details);
    }

    private static SalesOrderView.Delivery delivery(OrderHead head) {
        String how = head.method().toLowerCase(Locale.ROOT) + " delivery";
        String parts = head.shipComplete() ? "everything together" : "in one or more shipments";
        return new SalesOrderView.Delivery(
                head.expectedOn() == null ? "To be confirmed" : Show.day(head.expectedOn()),
                Character.toUpperCase(how.charAt(0)) + how.substring(1) + ", " + parts);
    }

    private static SalesOrderView.Line line(OrderLine line, OrderDetail detail) {
        String currency = detail.head().currency();
        String note = line.money().discount() == 0
                ? ""
                : "less discount of " + Show.amount(new Money(line.money().discount(), currency));
        return new SalesOrderView.Line(
                Integer.toString(line.lineNo()),
                new Item(line.sku(), line.description(), note),
                Quantities.text(line.quantity(), line.quantityDecimals()),
                new Price(
                        Figures.unitPrice(line.unitPrice(), currency),
                        Figures.percent(line.taxPercent()),
                        Show.amount(new Money(line.money().net(), currency))),
                String.join("; ", apart(line, detail)));
    }

    /** Units that do not simply come with the rest: cancelled ones, and those that wait for supply. */
    private static List<String> apart(OrderLine line, OrderDetail detail) {
        long cancelled = 0;
        Map<LocalDate, Long> later = new TreeMap<>();
        for (Slice slice : detail.slices()) {
            if (slice.lineNo() != line.lineNo()) {
                continue;
            }
            if (slice.state() == SliceState.CANCELLED) {
                cancelled += slice.quantity();
            } else if (slice.state() == SliceState.BACKORDERED) {
                later.merge(Objects.requireNonNullElse(slice.deliverOn(), LocalDate.MAX), slice.quantity(), Long::sum);
            }
        }
        List<String> said = new ArrayList<>();
        later.forEach((day, units) -> said.add(Quantities.text(units, line.quantityDecimals()) + " backordered, "
                + (day.equals(LocalDate.MAX) ? "no date yet" : "expected " + Show.day(day))));
        if (cancelled > 0) {
            said.add(Quantities.text(cancelled, line.quantityDecimals()) + " cancelled");
        }
        return said;
    }

    private Totals totals(OrderDetail detail) {
        OrderHead head = detail.head();
        List<Detail> parts = new ArrayList<>();
        parts.add(amount("Goods and services", head.money().net(), head));
        if (head.money().discount() != 0) {
            parts.add(amount("Discount", -head.money().discount(), head));
        }
        if (head.money().shipping() != 0) {
            parts.add(amount("Delivery", head.money().shipping(), head));
        }
        taxes(detail).forEach((name, tax) -> parts.add(amount(name, tax, head)));
        long cancelled = detail.slices().stream()
                .filter(slice -> slice.state() == SliceState.CANCELLED)
                .mapToLong(slice -> lineOf(slice, detail).moneyOf(slice).total())
                .sum();
        List<Detail> after = cancelled == 0
                ? List.of()
                : List.of(
                        amount("Cancelled", -cancelled, head),
                        amount("To be invoiced", head.money().total() - cancelled, head));
        return new Totals(parts, amount("Total " + head.currency(), head.money().total(), head), after);
    }

    private static OrderLine lineOf(Slice slice, OrderDetail detail) {
        return detail.lines().stream()
                .filter(line -> line.lineNo() == slice.lineNo())
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> taxes(OrderDetail detail) {
        Map<String, Long> taxes = new TreeMap<>();
        detail.lines()
                .forEach(line -> taxes.merge(
                        Figures.tax(line.taxPercent(), line.taxCode(), company.country()),
                        line.money().tax(),
                        Long::sum));
        return taxes;
    }

    private static Detail amount(String label, long minor, OrderHead head) {
        return new Detail(label, Show.amount(new Money(minor, head.currency())));
    }

    private static List<String> terms(OrderHead head) {
        return List.of(
                "Prices are net; VAT is shown above. The goods remain ours until they are paid in full.",
                head.terms() == PaymentTerms.ACCOUNT
                        ? "Each shipment is invoiced when it leaves; please pay within " + head.paymentTermsDays()
                                + " days of the invoice."
                        : "Each shipment is invoiced, and its payment taken, when it leaves.");
    }
}
