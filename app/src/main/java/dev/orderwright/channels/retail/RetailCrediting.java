package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.SoldLine;
import dev.orderwright.channels.retail.RetailMatching.Taken;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Bought;
import dev.orderwright.orders.OrderQueries.Sale;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Matches credits with what the customers have bought, and takes it back: unshipped units first, shipped ones too. */
@Component
class RetailCrediting {

    private static final String REASON = "credit of the retailer";

    private final Orders orders;
    private final OrderQueries queries;
    private final Customers customers;
    private final Catalog catalog;

    RetailCrediting(Orders orders, OrderQueries queries, Customers customers, Catalog catalog) {
        this.orders = orders;
        this.queries = queries;
        this.customers = customers;
        this.catalog = catalog;
    }

    /** What customers bought that these credits may take back, as it stands now. */
    CustomerSales sales(Collection<Credit> credits) {
        Map<String, Customer> known = customers.byNumber(credits.stream()
                .map(Credit::customerId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet()));
        Map<Sku, Item> items = catalog.bySku(
                credits.stream().map(credit -> Sku.of(credit.line().code())).collect(Collectors.toSet()));
        Set<Bought> wanted = new LinkedHashSet<>();
        for (Credit credit : credits) {
            Customer customer = known.get(credit.customerId());
            Item item = items.get(Sku.of(credit.line().code()));
            if (customer != null && item != null) {
                wanted.add(new Bought(customer.id(), item.id()));
            }
        }
        return sales(known.values(), items.values(), wanted);
    }

    private CustomerSales sales(Collection<Customer> known, Collection<Item> items, Set<Bought> wanted) {
        Map<Long, String> numbers = known.stream().collect(Collectors.toMap(Customer::id, Customer::number));
        Map<Long, String> codes = items.stream()
                .collect(Collectors.toMap(Item::id, item -> item.sku().code()));
        CustomerSales sales = new CustomerSales();
        Map<Long, Instant> first = queries.firstOrders(numbers.keySet());
        first.forEach((customer, at) -> sales.ordered(numbers.getOrDefault(customer, ""), local(at)));
        for (Sale sale : queries.sales(wanted)) {
            sales.add(
                    numbers.getOrDefault(sale.customerId(), ""),
                    new SoldLine(
                            sale.orderId(),
                            sale.lineNo(),
                            codes.getOrDefault(sale.itemId(), ""),
                            sale.unitPrice(),
                            local(sale.placedAt()),
                            sale.unshipped(),
                            sale.shipped()));
        }
        return sales;
    }

    private static LocalDateTime local(Instant at) {
        return at.atZone(RetailDrafts.ZONE).toLocalDateTime();
    }

    /** Why units of orders could not be cancelled or taken back, by order; mostly nothing. */
    record Refusals(Map<Long, Refusal> cancels, Map<Long, Refusal> returns) {}

    /** Takes back what the matches found, each order once. */
    Refusals takeBack(Run run, Collection<Match> matches) {
        List<CancelOrder> cancels = wishes(matches, Taken::cancelled);
        Map<Long, Refusal> refusedCancels = refusals(cancels, orders.cancel(run, cancels));
        List<CancelOrder> returns = wishes(matches, Taken::credited);
        return new Refusals(refusedCancels, refusals(returns, orders.takeBack(run, returns)));
    }

    private static Map<Long, Refusal> refusals(List<CancelOrder> wishes, List<Outcome<Cancelled>> outcomes) {
        Map<Long, Refusal> refused = new HashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused<Cancelled> why) {
                refused.put(wishes.get(i).orderId(), why.first());
            }
        }
        return refused;
    }

    private static List<CancelOrder> wishes(Collection<Match> matches, ToLongFunction<Taken> units) {
        Map<Long, Map<Integer, Long>> byOrder = new TreeMap<>();
        for (Match match : matches) {
            for (Taken taken : match.taken()) {
                long quantity = units.applyAsLong(taken);
                if (quantity > 0) {
                    byOrder.computeIfAbsent(taken.line().orderId(), order -> new LinkedHashMap<>())
                            .merge(taken.line().lineNo(), quantity, Long::sum);
                }
            }
        }
        List<CancelOrder> wishes = new ArrayList<>();
        byOrder.forEach((order, lines) -> wishes.add(new CancelOrder(
                order,
                null,
                lines.entrySet().stream()
                        .map(line -> new CancelOrder.Line(line.getKey(), line.getValue()))
                        .toList(),
                REASON)));
        return wishes;
    }
}
