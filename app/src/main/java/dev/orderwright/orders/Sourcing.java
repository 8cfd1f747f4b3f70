package dev.orderwright.orders;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.promising.Allocation;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import dev.orderwright.promising.Plan;
import dev.orderwright.promising.Promising;
import dev.orderwright.promising.Shortage;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds stock for units that have none: of new orders, of units that a node gave back, and of backorders when goods
 * arrive. What the plan says is reserved in the same transaction.
 */
@Component
public class Sourcing {

    private static final Set<SliceState> WAITING = Set.of(SliceState.OPEN, SliceState.BACKORDERED);

    private final OrderSlices slices;
    private final Promising promising;
    private final Catalog catalog;

    Sourcing(OrderSlices slices, Promising promising, Catalog catalog) {
        this.slices = slices;
        this.promising = promising;
        this.catalog = catalog;
    }

    /** Plans the OPEN units of locked orders again and reserves or backorders them. */
    public void source(Run run, LockedOrders orders, Collection<Long> orderIds) {
        source(run, orders, orderIds, Map.of());
    }

    /**
     * The same, but not from some nodes this time: where units were just not found, the books may still say otherwise.
     *
     * @param notFrom by order
     */
    public void source(Run run, LockedOrders orders, Collection<Long> orderIds, Map<Long, Set<Long>> notFrom) {
        List<LockedOrder> wanted = orderIds.stream()
                .map(orders::get)
                .filter(order -> order.head().lifecycle().isOpen())
                .toList();
        allocate(run, orders, wanted, open(wanted, Set.of(SliceState.OPEN)), Set.of(), notFrom);
    }

    /**
     * Reserves what has arrived for waiting units, in the order of the list, and tells anew when the
     * rest is to be expected; returns the orders of which something has changed.
     *
     * @param whole items for which all that wait are in the list: only of them it is known who comes before whom
     */
    Set<Long> fill(Run run, LockedOrders orders, List<LockedOrder> waiting, Set<Long> whole) {
        return allocate(run, orders, waiting, open(waiting, WAITING), whole, Map.of());
    }

    /**
     * The same for the waiting units of one item only, and of each order no more than it is to have.
     *
     * @param most by order, in the order in which they are served
     */
    Set<Long> fill(Run run, LockedOrders orders, long itemId, SequencedMap<Long, Long> most) {
        Map<Long, List<Slice>> open = new HashMap<>();
        most.forEach((order, units) -> {
            List<Slice> first = SliceRules.first(waiting(orders.get(order), itemId), units);
            if (!first.isEmpty()) {
                open.put(order, first);
            }
        });
        return allocate(run, orders, most.keySet().stream().map(orders::get).toList(), open, Set.of(), Map.of());
    }

    /** The units of an item that wait for stock and that nothing keeps from being reserved. */
    static List<Slice> waiting(LockedOrder order, long itemId) {
        return open(order, WAITING).stream()
                .filter(slice -> slice.itemId() == itemId)
                .toList();
    }

    private static List<Slice> open(LockedOrder order, Set<SliceState> states) {
        return order.slices().stream()
                .filter(slice -> states.contains(slice.state()))
                .filter(slice -> order.line(slice.lineNo()).kind() == ItemKind.STOCKED)
                .filter(slice -> order.blocked(HoldBlock.RESERVE, slice).isEmpty())
                .toList();
    }

    private static Map<Long, List<Slice>> open(List<LockedOrder> wanted, Set<SliceState> states) {
        Map<Long, List<Slice>> open = new HashMap<>();
        for (LockedOrder order : wanted) {
            List<Slice> units = open(order, states);
            if (!units.isEmpty()) {
                open.put(order.head().id(), units);
            }
        }
        return open;
    }

    /** @param redated items whose waiting units may be given other days */
    private Set<Long> allocate(
            Run run,
            LockedOrders orders,
            List<LockedOrder> wanted,
            Map<Long, List<Slice>> open,
            Set<Long> redated,
            Map<Long, Set<Long>> notFrom) {
        Map<Long, Item> items = catalog.byId(
                open.values().stream().flatMap(List::stream).map(Slice::itemId).collect(Collectors.toSet()));
        List<Demand> demands = wanted.stream()
                .filter(order -> open.containsKey(order.head().id()))
                .map(order -> demand(
                        run,
                        order,
                        Objects.requireNonNull(open.get(order.head().id())),
                        items,
                        notFrom.getOrDefault(order.head().id(), Set.of())))
                .toList();
        if (demands.isEmpty()) {
            return Set.of();
        }
        List<SliceChange> changes = new ArrayList<>();
        for (Plan plan : promising.plan(run, demands, backordered(open.values()))) {
            List<SliceChange> planned = changes(plan, open.getOrDefault(plan.orderId(), List.of()), redated);
            changes.addAll(planned);
            tell(run, plan, planned);
        }
        slices.apply(run, orders, changes);
        return changes.stream().map(SliceChange::orderId).collect(Collectors.toSet());
    }

    /** Units by item that stand in line already. */
    private static Map<Long, Long> backordered(Collection<List<Slice>> open) {
        return open.stream()
                .flatMap(List::stream)
                .filter(slice -> slice.state() == SliceState.BACKORDERED)
                .collect(Collectors.groupingBy(Slice::itemId, Collectors.summingLong(Slice::quantity)));
    }

    private static Demand demand(
            Run run, LockedOrder order, List<Slice> open, Map<Long, Item> items, Set<Long> alsoExcluded) {
        Set<Long> excluded = new HashSet<>(order.excludedNodes());
        excluded.addAll(alsoExcluded);
        OrderHead head = order.head();
        Map<Integer, Long> units = new TreeMap<>();
        open.forEach(slice -> units.merge(slice.lineNo(), slice.quantity(), Long::sum));
        List<DemandLine> lines = units.entrySet().stream()
                .map(line -> {
                    OrderLine ordered = order.line(line.getKey());
                    Item item = items.get(ordered.itemId());
                    int weight = item == null ? 0 : item.weightGrams();
                    return new DemandLine(
                            ordered.lineNo(), ordered.itemId(), line.getValue(), weight, ordered.quantityDecimals());
                })
                .toList();
        return new Demand(
                head.id(),
                head.channel(),
                head.shipTo().country(),
                head.shipTo().postcode(),
                head.method(),
                run.at(),
                head.requestedOn(),
                head.shipComplete(),
                head.shipmentsMax(),
                excluded,
                head.onlyNodeId(),
                lines);
    }

    /** Cuts the open units of a new order as the plan says. */
    static List<SliceChange> changes(Plan plan, List<Slice> open) {
        return changes(plan, open, Set.of());
    }

    /**
     * Cuts the open units as the plan says. Units that wait already and go on waiting stay as they are, or get other days
     * where their item is among those that may.
     */
    private static List<SliceChange> changes(Plan plan, List<Slice> open, Set<Long> redated) {
        Map<Integer, Cutter> cutters = new HashMap<>();
        open.stream()
                .sorted(SliceRules.BY_UNIT)
                .forEach(slice -> cutters.computeIfAbsent(slice.lineNo(), n -> new Cutter())
                        .slices
                        .add(slice));
        List<SliceChange> changes = new ArrayList<>();
        List<Allocation> allocations = plan.allocations().stream()
                .sorted(Comparator.comparing(Allocation::shipOn))
                .toList();
        for (Allocation part : allocations) {
            for (Slice piece : cutters.getOrDefault(part.lineNo(), new Cutter()).take(part.quantity())) {
                changes.add(SliceChange.of(piece, SliceEvent.RESERVE)
                        .promised(part.nodeId(), part.shipOn(), part.deliverOn()));
            }
        }
        for (Shortage part : plan.shortages()) {
            for (Slice piece : cutters.getOrDefault(part.lineNo(), new Cutter()).take(part.quantity())) {
                if (piece.state() == SliceState.OPEN) {
                    changes.add(SliceChange.of(piece, SliceEvent.BACKORDER)
                            .promised(null, part.expectedOn(), part.deliverOn()));
                } else if (redated.contains(piece.itemId()) && isOtherDay(piece, part)) {
                    changes.add(SliceChange.of(piece, SliceEvent.REDATE)
                            .promised(null, part.expectedOn(), part.deliverOn()));
                }
            }
        }
        return changes;
    }

    private static boolean isOtherDay(Slice waiting, Shortage part) {
        return !Objects.equals(waiting.shipOn(), part.expectedOn())
                || !Objects.equals(waiting.deliverOn(), part.deliverOn());
    }

    /** Hands out the open units of a line from the front. */
    private static final class Cutter {
        private final List<Slice> slices = new ArrayList<>();

        List<Slice> take(long quantity) {
            List<Slice> pieces = new ArrayList<>();
            long left = quantity;
            while (left > 0) {
                if (slices.isEmpty()) {
                    throw new IllegalStateException("the plan has " + left + " units more than were asked for");
                }
                Slice slice = slices.removeFirst();
                if (slice.quantity() > left) {
                    slices.addFirst(slice.units(slice.firstUnit() + left, slice.endUnit()));
                    slice = slice.units(slice.firstUnit(), slice.firstUnit() + left);
                }
                pieces.add(slice);
                left -= slice.quantity();
            }
            return pieces;
        }
    }

    private static void tell(Run run, Plan plan, List<SliceChange> changes) {
        long reserved = sum(changes, SliceEvent.RESERVE);
        long backordered = sum(changes, SliceEvent.BACKORDER);
        if (reserved > 0) {
            run.orderFact(plan.orderId(), "UnitsReserved", Facts.data("units", reserved, "why", plan.why()));
        }
        if (backordered > 0) {
            run.orderFact(plan.orderId(), "UnitsBackordered", Facts.data("units", backordered, "why", plan.why()));
        }
    }

    static long sum(List<SliceChange> changes, SliceEvent event) {
        return changes.stream()
                .filter(change -> change.event() == event)
                .mapToLong(SliceChange::quantity)
                .sum();
    }
}
