package dev.orderwright.desk;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.insight.Search;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.promising.AvailabilityQuestion;
import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import dev.orderwright.promising.ItemAvailability;
import dev.orderwright.promising.Promising;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds customers and items while somebody types: quickly, and only the first that fit. */
@Component
public class Lookup {

    private static final int SHOWN = 8;
    private static final int ORDERS = 20;
    /** Shorter words are found in too many orders to tell a customer. */
    private static final int WORD_MIN = 3;

    private final Customers customers;
    private final Catalog catalog;
    private final Promising promising;
    private final Search search;
    private final Desk desk;

    Lookup(Customers customers, Catalog catalog, Promising promising, Search search, Desk desk) {
        this.customers = customers;
        this.catalog = catalog;
        this.promising = promising;
        this.search = search;
        this.desk = desk;
    }

    /**
     * Customers by number, name, e-mail or phone; where those are few, also by what stands on their orders, such as a
     * postcode.
     */
    public List<Customer> customers(String typed) {
        String text = typed.strip();
        Map<Long, Customer> found = new LinkedHashMap<>();
        customers.find(text, SHOWN).forEach(customer -> found.put(customer.id(), customer));
        if (found.size() < SHOWN && text.length() >= WORD_MIN) {
            List<Long> ids = search.find(text, null, ORDERS).orders().stream()
                    .map(OrderHead::customerId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            Map<Long, Customer> bought = customers.byId(ids);
            ids.forEach(id -> Optional.ofNullable(bought.get(id)).ifPresent(one -> found.putIfAbsent(id, one)));
        }
        return found.values().stream().limit(SHOWN).toList();
    }

    /**
     * Items on sale by SKU, barcode or description, with what could be promised of one of each.
     *
     * @param order whose goods they would be
     */
    public List<ItemOffer> items(String typed, PhoneOrder order, Instant at) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        Map<Long, Item> found = new LinkedHashMap<>();
        Optional<Item> scanned = catalog.byScan(text);
        scanned.ifPresent(item -> found.put(item.id(), item));
        catalog.search(text, null, SHOWN).items().forEach(item -> found.putIfAbsent(item.id(), item));
        List<Item> items =
                found.values().stream().filter(Item::active).limit(SHOWN).toList();
        Map<Long, ItemAvailability> available = availability(items, order, at);
        List<ItemOffer> offers = new ArrayList<>();
        for (Item item : items) {
            boolean exact = scanned.filter(one -> one.id() == item.id()).isPresent();
            offers.add(new ItemOffer(item, available.get(item.id()), exact));
        }
        return offers;
    }

    private Map<Long, ItemAvailability> availability(List<Item> items, PhoneOrder order, Instant at) {
        List<ItemQuantity> one = items.stream()
                .filter(Item::isStocked)
                .map(item -> new ItemQuantity(
                        item.id(), BigInteger.TEN.pow(item.quantityDecimals()).longValueExact()))
                .toList();
        if (one.isEmpty()) {
            return Map.of();
        }
        Address to = desk.destination(order);
        return promising.availability(new AvailabilityQuestion(
                Desk.CHANNEL, to.country(), to.postcode(), order.delivery().method(), at, one));
    }
}
