package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.Placed;
import dev.orderwright.walk.Seen.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be so, whatever has gone wrong, kept beside the program in plain maps: what was ordered, where each unit may
 * go from where it was, and what was answered. It is held against the books after every step.
 */
final class Reference {

    private static final Set<String> OUTSIDE = Set.of("SUPPLIER", "CUSTOMER", "PRODUCTION", "LOSS");
    /** What units never leave again: the ends, and all that comes after they have left the house. */
    private static final List<List<String>> FOR_GOOD = List.of(
            List.of("CANCELLED"),
            List.of("LOST"),
            List.of("RETURNED"),
            List.of("SHIPPED", "DELIVERED", "LOST", "RETURNED"));

    private final Map<Long, List<Long>> ordered;
    private Seen last = new Seen(Map.of());

    /** @param ordered units by order and line; grows while things are done */
    Reference(Map<Long, List<Long>> ordered) {
        this.ordered = ordered;
    }

    /** Holds what is now against what must be, and against what was before. */
    void check(Seen now) {
        units(now);
        stock(now);
        money(now);
        assertThat(now.of("rows", "commands", 0)).as("each key has one command").isEqualTo(now.of("rows", "keys", 0));
        ends(now);
        last = now;
    }

    private void ends(Seen now) {
        Map<Long, Map<String, Long>> before = last.units();
        Map<Long, Map<String, Long>> after = now.units();
        for (long order : ordered.keySet()) {
            for (List<String> states : FOR_GOOD) {
                assertThat(in(states, after.get(order)))
                        .as("units of order %s that are %s", order, states)
                        .isGreaterThanOrEqualTo(in(states, before.get(order)));
            }
        }
    }

    private static long in(List<String> states, @Nullable Map<String, Long> units) {
        return units == null
                ? 0
                : states.stream()
                        .mapToLong(state -> units.getOrDefault(state, 0L))
                        .sum();
    }

    /** Each line has the units that the customer has ordered. */
    private void units(Seen now) {
        Map<Long, Map<Integer, Long>> found = new TreeMap<>();
        now.about("units")
                .forEach((place, units) -> found.computeIfAbsent(place.order(), order -> new TreeMap<>())
                        .merge(place.line(), units, Long::sum));
        ordered.forEach((order, lines) -> assertThat(
                        List.copyOf(found.getOrDefault(order, Map.of()).values()))
                .as("units of order %s by line", order)
                .isEqualTo(lines));
    }

    /** Balances are what was moved, and what the slices say of them. */
    private static void stock(Seen now) {
        Map<Place, Long> moved = new HashMap<>();
        Map<Place, Long> promised = new HashMap<>();
        Map<Place, Long> expected = new HashMap<>();
        now.about("moved").forEach((place, units) -> {
            if (!OUTSIDE.contains(place.name())) {
                moved.put(stock(place.name(), place), units);
            }
        });
        now.about("units").forEach((place, units) -> {
            switch (place.name()) {
                case "RESERVED", "RELEASED" -> promised.merge(stock("RESERVED", place), units, Long::sum);
                case "PICKED", "PACKED" -> promised.merge(stock("PICKED", place), units, Long::sum);
                default -> {}
            }
        });
        now.about("stock").forEach((place, units) -> {
            assertThat(units).as("%s", place).isNotNegative();
            expected.put(place, units);
        });
        moved.values().removeIf(units -> units == 0);
        assertThat(moved).as("what was moved").isEqualTo(expected);
        expected.keySet().removeIf(place -> !Set.of("RESERVED", "PICKED").contains(place.name()));
        assertThat(promised).as("what is promised").isEqualTo(expected);
    }

    private static Place stock(String bucket, Place of) {
        return new Place("stock", bucket, 0, 0, of.item(), of.node());
    }

    /** Nothing passes what it comes from, and the provider's books never say more than was asked, nor ours than they. */
    private void money(Seen now) {
        assertThat(now.of("provider", "CAPTURE", 0))
                .as("captured, and nobody asked for it")
                .isZero();
        assertThat(now.of("provider", "REFUND", 0))
                .as("refunded, and nobody asked for it")
                .isZero();
        for (long order : ordered.keySet()) {
            long captured = now.of("money", "captured", order);
            atMost(order, "captured", captured, "authorised", now.of("money", "authorised", order));
            atMost(order, "refunded", now.of("money", "refunded", order), "captured", captured);
            atMost(
                    order,
                    "credited",
                    now.of("money", "credited", order),
                    "invoiced",
                    now.of("money", "invoiced", order));
            atMost(order, "captured", captured, "taken by the provider", now.of("provider", "CAPTURE", order));
            atMost(
                    order,
                    "taken by the provider",
                    now.of("provider", "CAPTURE", order),
                    "asked for",
                    now.of("asked", "CAPTURE", order));
            atMost(
                    order,
                    "given back by the provider",
                    now.of("provider", "REFUND", order),
                    "asked for",
                    now.of("asked", "REFUND", order));
            assertThat(now.of("money", "invoiced", order))
                    .as("invoiced of order %s", order)
                    .isGreaterThanOrEqualTo(last.of("money", "invoiced", order));
        }
    }

    private static void atMost(long order, String less, long amount, String more, long limit) {
        assertThat(amount)
                .as("%s of order %s, next to what is %s", less, order, more)
                .isLessThanOrEqualTo(limit);
    }

    /** An answer that was given now tells what has happened since then. */
    void checkAnswer(Object answer, Seen before, Seen now) {
        switch (answer) {
            case Placed placed
            when !placed.placedBefore() -> {
                assertThat(in(List.of("RESERVED"), now.units().get(placed.orderId())))
                        .as("reserved units of %s", placed)
                        .isEqualTo(placed.unitsReserved());
                assertThat(in(List.of("BACKORDERED"), now.units().get(placed.orderId())))
                        .as("waiting units of %s", placed)
                        .isEqualTo(placed.unitsBackordered());
            }
            case Cancelled ended ->
                assertThat(ended(now, ended.orderId()) - ended(before, ended.orderId()))
                        .as("units that %s has ended", ended)
                        .isEqualTo(ended.lines().stream()
                                .mapToLong(Cancelled.Line::done)
                                .sum());
            default -> {}
        }
    }

    private static long ended(Seen seen, long order) {
        return in(List.of("CANCELLED", "RETURNED"), seen.units().get(order));
    }
}
