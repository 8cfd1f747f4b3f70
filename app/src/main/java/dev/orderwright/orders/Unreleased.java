package dev.orderwright.orders;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.promising.BacklogPlanning.Part;
import dev.orderwright.promising.BacklogPlanning.Standing;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders of which units are reserved and nobody works on any: where these could come from instead, and how they are reserved
 * there. What a hold keeps from being reserved or released stays where it is.
 */
@Component
public class Unreleased {

    private final OrderSlices slices;
    private final UnreleasedStore store;
    private final Catalog catalog;

    Unreleased(OrderSlices slices, UnreleasedStore store, Catalog catalog) {
        this.slices = slices;
        this.store = store;
        this.catalog = catalog;
    }

    /**
     * An order as it stands.
     *
     * @param reserved its reserved units, as the parts of its standing, one by one
     */
    public record Unit(String number, Standing standing, List<Slice> reserved) {

        public Unit {
            reserved = List.copyOf(reserved);
        }
    }

    /**
     * A stretch of orders.
     *
     * @param upTo the id after which the next one begins; null when this is the last
     */
    public record Stretch(List<Unit> orders, @Nullable Long upTo) {}

    /** Reserved units of an order that are to be reserved at another node. */
    public record Moving(Slice slice, long toNode, LocalDate shipOn, LocalDate deliverOn) {}

    /** Looks at orders by their ids, without locks; {@code at} is when they are planned. */
    public Stretch after(long orderId, int limit, Instant at) {
        List<OrderHead> heads = store.heads(orderId, limit);
        List<Unit> units = units(slices.read(heads), at);
        return new Stretch(units, heads.size() < limit ? null : heads.getLast().id());
    }

    /** Nodes that a hold keeps from having units reserved or released. */
    public Set<Long> nodesOnHold() {
        return store.nodesOnHold();
    }

    /** Locks orders, ascending. */
    public LockedOrders lock(Run run, Collection<Long> orderIds) {
        return slices.lock(run, orderIds);
    }

    /** Of locked orders those of which units are reserved and none is worked on. */
    public List<Unit> units(LockedOrders orders, Instant at) {
        Map<Long, Item> items = catalog.byId(orders.all().stream()
                .flatMap(order -> order.slices().stream())
                .map(Slice::itemId)
                .collect(Collectors.toSet()));
        List<Unit> units = new ArrayList<>();
        orders.all().forEach(order -> unit(order, items, at).ifPresent(units::add));
        return units;
    }

    private static Optional<Unit> unit(LockedOrder order, Map<Long, Item> items, Instant at) {
        OrderHead head = order.head();
        List<Slice> reserved = order.slices(SliceState.RESERVED).stream()
                .filter(slice -> slice.nodeId() != null && slice.deliverOn() != null)
                .toList();
        boolean workedOn = order.slices().stream()
                .anyMatch(slice -> slice.state() == SliceState.RELEASED
                        || slice.state() == SliceState.PICKED
                        || slice.state() == SliceState.PACKED);
        if (head.lifecycle() != Lifecycle.CONFIRMED || reserved.isEmpty() || workedOn) {
            return Optional.empty();
        }
        Map<Integer, Long> quantities = new TreeMap<>();
        List<Part> parts = new ArrayList<>();
        for (Slice slice : reserved) {
            quantities.merge(slice.lineNo(), slice.quantity(), Long::sum);
            boolean fixed = order.line(slice.lineNo()).kind() != ItemKind.STOCKED
                    || order.blocked(HoldBlock.RESERVE, slice).isPresent()
                    || order.blocked(HoldBlock.RELEASE, slice).isPresent();
            parts.add(new Part(
                    slice.lineNo(),
                    slice.itemId(),
                    slice.quantity(),
                    Objects.requireNonNull(slice.nodeId()),
                    Objects.requireNonNull(slice.deliverOn()),
                    fixed));
        }
        return Optional.of(
                new Unit(head.number(), new Standing(demand(order, quantities, items, at), parts), reserved));
    }

    private static Demand demand(LockedOrder order, Map<Integer, Long> quantities, Map<Long, Item> items, Instant at) {
        OrderHead head = order.head();
        List<DemandLine> lines = new ArrayList<>();
        quantities.forEach((lineNo, quantity) -> {
            OrderLine line = order.line(lineNo);
            Item item = items.get(line.itemId());
            lines.add(new DemandLine(
                    lineNo, line.itemId(), quantity, item == null ? 0 : item.weightGrams(), line.quantityDecimals()));
        });
        return new Demand(
                head.id(),
                head.channel(),
                head.shipTo().country(),
                head.shipTo().postcode(),
                head.method(),
                at,
                head.requestedOn(),
                head.shipComplete(),
                head.shipmentsMax(),
                order.excludedNodes(),
                head.onlyNodeId(),
                lines);
    }

    /** Reserves units of locked orders elsewhere: all are given back first, then all are taken. */
    public void move(Run run, LockedOrders orders, List<Moving> moves, String reason) {
        List<SliceChange> changes = new ArrayList<>(2 * moves.size());
        moves.forEach(move -> changes.add(SliceChange.of(move.slice(), SliceEvent.UNRESERVE)));
        moves.forEach(move -> changes.add(SliceChange.of(move.slice(), SliceEvent.RESERVE)
                .promised(move.toNode(), move.shipOn(), move.deliverOn())));
        slices.apply(run, orders, changes, reason);
    }
}
