package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.SoldLine;
import dev.orderwright.channels.retail.RetailMatching.Taken;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What customers bought and still have, as far as it matters for some credits. Credits are taken back from it one after
 * the other, so that no unit is given back twice.
 */
final class CustomerSales {

    private record Key(String customerId, String code) {}

    private final Map<Key, List<SoldLine>> lines = new HashMap<>();
    private final Map<String, LocalDateTime> firstOrders = new HashMap<>();

    void add(String customerId, SoldLine line) {
        ordered(customerId, line.placedAt());
        lines.computeIfAbsent(new Key(customerId, line.code()), key -> new ArrayList<>())
                .add(line);
    }

    /** That the customer has an order of that time, whatever is on it. */
    void ordered(String customerId, LocalDateTime placedAt) {
        firstOrders.merge(customerId, placedAt, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** What another knows in addition to this. */
    void addAll(CustomerSales other) {
        other.firstOrders.forEach(this::ordered);
        other.lines.forEach((key, sold) ->
                lines.computeIfAbsent(key, k -> new ArrayList<>()).addAll(sold));
    }

    /** Matches a credit and keeps in mind what it took. */
    Match take(Credit credit) {
        List<SoldLine> sold =
                lines.getOrDefault(new Key(credit.customerId(), credit.line().code()), List.of());
        LocalDateTime first = firstOrders.getOrDefault(credit.customerId(), LocalDateTime.MAX);
        Match match = RetailMatching.match(credit, sold, !first.isAfter(credit.at()));
        for (Taken taken : match.taken()) {
            sold.set(sold.indexOf(taken.line()), taken.line().without(taken));
        }
        return match;
    }
}
