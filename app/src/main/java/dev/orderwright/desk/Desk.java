package dev.orderwright.desk;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.desk.DeskRules.Meant;
import dev.orderwright.desk.PhoneOrder.Buyer;
import dev.orderwright.desk.PhoneOrder.Delivery;
import dev.orderwright.desk.PhoneOrder.Line;
import dev.orderwright.desk.PhoneOrder.Paying;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.Quote;
import dev.orderwright.orders.Quotes;
import dev.orderwright.orders.RecentAddresses;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a phone order means and would come to, while it is typed. Locks nothing and writes nothing.
 *
 * <p>Whoever sends an order without choosing from what was found has a customer and an item looked up for him, if only one
 * fits.
 */
@Component
public class Desk {

    /** The channel that phone orders come by. */
    public static final String CHANNEL = DeskRules.CHANNEL;

    /** The series of the numbers of customers who are made here. */
    private static final String CUSTOMERS = "C";

    /** People choose numbers as well, so some may be taken. */
    private static final int NUMBERS_TRIED = 20;

    private static final RecentAddresses NONE = new RecentAddresses(List.of(), List.of());

    private final Customers customers;
    private final Catalog catalog;
    private final Quotes quotes;
    private final OrderQueries orders;
    private final Numbers numbers;
    private final Company company;

    Desk(Customers customers, Catalog catalog, Quotes quotes, OrderQueries orders, Numbers numbers, Company company) {
        this.customers = customers;
        this.catalog = catalog;
        this.quotes = quotes;
        this.orders = orders;
        this.numbers = numbers;
        this.company = company;
    }

    /** What it comes to now. */
    public Sheet sheet(PhoneOrder order, Instant at) {
        return sheet(order, "", at);
    }

    /** @param externalId empty while it has none */
    Sheet sheet(PhoneOrder order, String externalId, Instant at) {
        Customer customer = customer(order.buyer()).orElse(null);
        RecentAddresses recent = recent(customer);
        List<KnownAddress> places = KnownAddress.of(recent.shipTo());
        List<KnownAddress> billPlaces = KnownAddress.of(recent.billTo());
        Delivery delivery = order.delivery();
        Address shipTo = delivery.place().isEmpty()
                ? DeskRules.delivered(delivery.typed(), customer)
                : KnownAddress.find(places, delivery.place()).orElse(null);
        Meant meant = new Meant(
                customer,
                shipTo,
                KnownAddress.find(billPlaces, delivery.billPlace()).orElse(null),
                customer == null ? company.currency() : customer.currency(),
                skus(order.lines()));
        OrderDraft draft = DeskRules.draft(order, externalId, meant);
        Quote quote = quotes.quote(draft.externalId().isEmpty() ? draft : unnumbered(order, meant), at);
        return new Sheet(
                order, customer, places, billPlaces, draft, quote, DeskRules.problems(order, meant, quote.problems()));
    }

    /** That it was placed already is for the placing to say. */
    private static OrderDraft unnumbered(PhoneOrder order, Meant meant) {
        return DeskRules.draft(order, "", meant);
    }

    private Optional<Customer> customer(Buyer buyer) {
        String number = buyer.customer();
        return number.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(customers.byNumber(List.of(number)).get(number));
    }

    private RecentAddresses recent(@Nullable Customer customer) {
        return customer == null ? NONE : orders.recentAddresses(customer.id());
    }

    /** What the codes of lines stand for: a barcode or a part of a name for its item, a SKU for itself. */
    private Map<String, String> skus(List<Line> lines) {
        Set<Sku> asked = new TreeSet<>();
        lines.forEach(line -> Sku.parse(line.code()).ifPresent(asked::add));
        Map<Sku, Item> known = catalog.bySku(asked);
        Map<String, String> skus = new HashMap<>();
        for (Line line : lines) {
            boolean isSku = Sku.parse(line.code()).map(known::containsKey).orElse(false);
            if (!isSku && !line.code().isBlank()) {
                skus.put(line.code(), code(line.code()));
            }
        }
        return skus;
    }

    /** Where its goods go, as exactly as dates need it; the company's own country while nobody knows. */
    Address destination(PhoneOrder order) {
        String place = order.delivery().place();
        Address typed = order.delivery().typed();
        Address meant = place.isEmpty()
                ? typed
                : customer(order.buyer())
                        .flatMap(one ->
                                KnownAddress.find(KnownAddress.of(recent(one).shipTo()), place))
                        .orElse(typed);
        return meant.country().isBlank() ? DeskRules.begun(Buyer.NOBODY, company.country()) : meant;
    }

    /** The same for whom was just chosen to buy: with the address he used last, and the way he pays. */
    public PhoneOrder begun(PhoneOrder order) {
        Customer customer = customer(order.buyer()).orElse(null);
        RecentAddresses recent = recent(customer);
        String country = customer == null ? company.country() : customer.country();
        Delivery before = order.delivery();
        Paying paying = order.paying();
        Pay how = customer != null && customer.account()
                ? Pay.ACCOUNT
                : paying.how() == Pay.ACCOUNT ? Pay.LATER : paying.how();
        Buyer typed = customer == null ? order.buyer() : Buyer.NOBODY;
        PhoneOrder begun = order.with(new Delivery(
                        firstKey(recent.shipTo()),
                        firstKey(recent.billTo()),
                        DeskRules.begun(typed, country),
                        before.method(),
                        before.wantedOn(),
                        before.together()))
                .with(new Paying(how, paying.token(), paying.charge()))
                .with(new Buyer(
                        order.buyer().isChosen() ? "" : order.buyer().find(),
                        order.buyer().customer(),
                        order.buyer().guest() && customer == null,
                        order.buyer().keep() && customer == null,
                        order.buyer().number()));
        return begun.buyer().guest() ? numbered(begun) : begun;
    }

    /** The same with a number set aside for whoever buys, in case he becomes a customer: one that nobody has. */
    PhoneOrder numbered(PhoneOrder order) {
        if (!order.buyer().number().isEmpty()) {
            return order;
        }
        List<String> proposed = new ArrayList<>();
        for (int i = 0; i < NUMBERS_TRIED; i++) {
            proposed.add(numbers.next(CUSTOMERS));
        }
        proposed.removeAll(customers.byNumber(proposed).keySet());
        return order.with(order.buyer().numbered(proposed.isEmpty() ? "" : proposed.getFirst()));
    }

    private static String firstKey(List<Address> addresses) {
        return KnownAddress.of(addresses).stream()
                .map(KnownAddress::key)
                .findFirst()
                .orElse("");
    }

    /**
     * The same when another address is to be typed: with the one it went to before.
     *
     * @param place key of that one
     * @param seen whether the reader may see it
     */
    public PhoneOrder moved(PhoneOrder order, String place, boolean seen) {
        Delivery delivery = order.delivery();
        Customer customer = customer(order.buyer()).orElse(null);
        Address before = KnownAddress.find(KnownAddress.of(recent(customer).shipTo()), place)
                .filter(address -> seen)
                .orElseGet(
                        () -> DeskRules.begun(Buyer.NOBODY, customer == null ? company.country() : customer.country()));
        return order.with(new Delivery(
                "", delivery.billPlace(), before, delivery.method(), delivery.wantedOn(), delivery.together()));
    }

    /** The same with the customer who is being looked for, if only one fits, and with the line that is being typed. */
    public PhoneOrder settled(PhoneOrder order) {
        PhoneOrder settled = order;
        Buyer buyer = order.buyer();
        if (!buyer.isChosen() && !buyer.find().isBlank()) {
            List<Customer> found = customers.find(buyer.find(), 2);
            if (found.size() == 1) {
                settled = begun(order.with(new Buyer("", found.getFirst().number(), false, false, buyer.number())));
            }
        }
        Line entry = order.entry();
        if (entry.code().isBlank()) {
            return settled;
        }
        List<Line> lines = new ArrayList<>(settled.lines());
        lines.add(new Line(entry.code(), entry.quantity().isBlank() ? "1" : entry.quantity()));
        return settled.with(lines);
    }

    /** The SKU of the one item that was meant; what was typed where there is none, or more than one. */
    private String code(String typed) {
        return catalog.byScan(typed)
                .or(() -> Optional.of(catalog.search(typed, null, 2).items())
                        .filter(found -> found.size() == 1)
                        .map(List::getFirst))
                .map(item -> item.sku().code())
                .orElse(typed);
    }
}
