package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Node;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.Effect.Change;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different between an order and the same order later, in the words of its page. */
final class OrderDifference {

    /** More lines than this are only counted. */
    private static final int UNITS_MAX = 10;

    private final Map<Long, String> nodes;

    OrderDifference(List<Node> nodes) {
        this.nodes = nodes.stream().collect(Collectors.toMap(Node::id, Node::name));
    }

    /** @param figures what other modules know, with the same labels before and after */
    record State(OrderDetail detail, List<KeyValue> figures) {}

    /** Units of a line that are in one state at one node; 0 for none. */
    private record Place(int lineNo, SliceState state, long nodeId) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::lineNo)
                .thenComparing(Place::state)
                .thenComparingLong(Place::nodeId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    Effect between(State before, State after) {
        List<Change> units = units(before.detail(), after.detail());
        List<Change> changes = new ArrayList<>(units.subList(0, Math.min(UNITS_MAX, units.size())));
        List<String> hints = new ArrayList<>();
        if (units.size() > UNITS_MAX) {
            hints.add(t("orders.difference.more", units.size() - UNITS_MAX));
        }
        add(changes, "orders.difference.state", before, after, OrderDifference::lifecycle);
        add(changes, "orders.difference.holds", before, after, OrderDifference::holds);
        add(changes, "orders.difference.asked", before, after, OrderDifference::asked);
        add(
                changes,
                "orders.difference.expected",
                before,
                after,
                d -> Show.day(d.head().expectedOn()));
        add(changes, "orders.difference.onlyNode", before, after, this::onlyNode);
        add(changes, "orders.difference.value", before, after, OrderDifference::value);
        figures(before.figures(), after.figures(), changes);
        if (changes.isEmpty()) {
            hints.add(t("orders.difference.nothing"));
        }
        return new Effect(changes, hints, List.of());
    }

    private List<Change> units(OrderDetail before, OrderDetail after) {
        Map<Place, Long> were = places(before);
        Map<Place, Long> are = places(after);
        TreeSet<Place> all = new TreeSet<>(were.keySet());
        all.addAll(are.keySet());
        Map<Integer, OrderLine> lines =
                after.lines().stream().collect(Collectors.toMap(OrderLine::lineNo, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (Place place : all) {
            long was = were.getOrDefault(place, 0L);
            long is = are.getOrDefault(place, 0L);
            OrderLine line = lines.get(place.lineNo());
            if (was != is && line != null) {
                changes.add(new Change(
                        where(place),
                        Quantities.text(was, line.quantityDecimals()),
                        Quantities.text(is, line.quantityDecimals()),
                        line.sku() + " " + line.description(),
                        false));
            }
        }
        return changes;
    }

    private String where(Place place) {
        String state = Show.words(place.state());
        String node = nodes.getOrDefault(place.nodeId(), "");
        return node.isEmpty()
                ? t("orders.difference.units", place.lineNo(), state)
                : t("orders.difference.unitsAt", place.lineNo(), state, node);
    }

    /** Units that are cancelled are nowhere, whatever node they were at. */
    private static Map<Place, Long> places(OrderDetail detail) {
        Map<Place, Long> units = new TreeMap<>();
        for (Slice slice : detail.slices()) {
            Long at = slice.state() == SliceState.CANCELLED ? null : slice.nodeId();
            long node = at == null ? 0 : at;
            units.merge(new Place(slice.lineNo(), slice.state(), node), slice.quantity(), Long::sum);
        }
        return units;
    }

    private static void add(
            List<Change> changes, String key, State before, State after, Function<OrderDetail, String> value) {
        String was = value.apply(before.detail());
        String is = value.apply(after.detail());
        if (!was.equals(is)) {
            changes.add(new Change(t(key), was, is, "", false));
        }
    }

    private static String lifecycle(OrderDetail detail) {
        return Show.words(detail.head().lifecycle());
    }

    private static String holds(OrderDetail detail) {
        String active = detail.holds().stream()
                .filter(Hold::isActive)
                .map(hold -> Show.words(hold.type()))
                .sorted()
                .collect(Collectors.joining(", "));
        return active.isEmpty() ? t("orders.difference.none") : active;
    }

    private static String asked(OrderDetail detail) {
        return Show.number(detail.cancelRequests().stream()
                .filter(request -> request.state().equals("ASKED"))
                .mapToLong(CancelRequest::quantity)
                .sum());
    }

    private String onlyNode(OrderDetail detail) {
        Long only = detail.head().onlyNodeId();
        return only == null ? t("orders.order.letTheSourcingDecide") : nodes.getOrDefault(only, "");
    }

    private static String value(OrderDetail detail) {
        return Show.money(new Money(detail.cost(), detail.head().currency()));
    }

    private static void figures(List<KeyValue> before, List<KeyValue> after, List<Change> changes) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).value().equals(after.get(i).value())) {
                changes.add(new Change(
                        after.get(i).label(),
                        before.get(i).value(),
                        after.get(i).value(),
                        "",
                        false));
            }
        }
    }
}
