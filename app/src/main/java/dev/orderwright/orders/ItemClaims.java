package dev.orderwright.orders;

import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/**
 * What open orders have and want of an item before anybody works on it, and how units go from one to the other: taken back
 * first, then filled, then the rest is planned anew. Who calls decides how much; where units come from is decided as ever.
 */
@Component
public class ItemClaims {

    private static final Comparator<Slice> LAST_FIRST = Comparator.comparingInt(Slice::lineNo)
            .thenComparingLong(Slice::firstUnit)
            .reversed();

    private final OrderSlices slices;
    private final Sourcing sourcing;
    private final ItemDemandStore store;
    private final Priorities priorities;

    ItemClaims(OrderSlices slices, Sourcing sourcing, ItemDemandStore store, Priorities priorities) {
        this.slices = slices;
        this.sourcing = sourcing;
        this.store = store;
        this.priorities = priorities;
    }

    /**
     * What one order has and wants, in smallest units of the item.
     *
     * @param priority 0 low to 9 high
     * @param reserved what it has, and nobody works on
     * @param waiting what it lacks and may be given: nothing while a hold keeps it from being reserved
     * @param barred whether such a hold is there
     * @param held whether a hold keeps it from being released, so that what it has lies still
     */
    public record ItemClaim(
            long orderId,
            String number,
            String channel,
            int priority,
            Instant placedAt,
            boolean shipComplete,
            long reserved,
            long waiting,
            boolean barred,
            boolean held) {}

    /** Locks the orders that have a claim on the item, at most so many. */
    public LockedOrders lock(Run run, long itemId, int limit) {
        return slices.lock(run, store.claimants(itemId, limit));
    }

    /** The claims of locked orders as they stand now: those first whom the priority formula puts first. */
    public List<ItemClaim> claims(LockedOrders orders, long itemId) {
        PriorityFormula formula = priorities.current();
        return orders.all().stream()
                .filter(order -> order.head().lifecycle().isOpen())
                .sorted(Comparator.<LockedOrder>comparingLong(order -> -formula.rank(Standing.of(order.head())))
                        .thenComparing(order -> order.head().placedAt())
                        .thenComparingLong(order -> order.head().id()))
                .map(order -> claim(order, itemId))
                .filter(claim -> claim.reserved() > 0 || claim.waiting() > 0)
                .toList();
    }

    private static ItemClaim claim(LockedOrder order, long itemId) {
        OrderHead head = order.head();
        List<Slice> units = order.slices().stream()
                .filter(slice -> slice.itemId() == itemId)
                .toList();
        return new ItemClaim(
                head.id(),
                head.number(),
                head.channel(),
                head.priority(),
                head.placedAt(),
                head.shipComplete(),
                sum(reserved(order, itemId)),
                sum(Sourcing.waiting(order, itemId)),
                units.stream()
                        .anyMatch(
                                slice -> order.blocked(HoldBlock.RESERVE, slice).isPresent()),
                units.stream()
                        .anyMatch(
                                slice -> order.blocked(HoldBlock.RELEASE, slice).isPresent()));
    }

    private static List<Slice> reserved(LockedOrder order, long itemId) {
        return order.slices(SliceState.RESERVED).stream()
                .filter(slice -> slice.itemId() == itemId)
                .toList();
    }

    private static long sum(List<Slice> slices) {
        return slices.stream().mapToLong(Slice::quantity).sum();
    }

    /**
     * Takes reserved units back, the last ones of each order first; they are OPEN then.
     *
     * @param units by order; at most what it has reserved
     */
    public void takeBack(Run run, LockedOrders orders, long itemId, Map<Long, Long> units) {
        List<SliceChange> back = new ArrayList<>();
        units.forEach((order, quantity) -> {
            long left = quantity;
            for (Slice slice : reserved(orders.get(order), itemId).stream()
                    .sorted(LAST_FIRST)
                    .toList()) {
                long taken = Math.min(left, slice.quantity());
                if (taken > 0) {
                    back.add(SliceChange.tail(slice, taken, SliceEvent.UNRESERVE));
                }
                left -= taken;
            }
            if (left > 0) {
                throw new IllegalArgumentException("order " + order + " has " + left + " units less than are taken");
            }
        });
        slices.apply(run, orders, back, "UNRESERVE");
    }

    /**
     * Reserves waiting units of the item where the sourcing finds them.
     *
     * @param most by order, in the order in which they are served; less where no node that may serve the order has it
     */
    public void fill(Run run, LockedOrders orders, long itemId, SequencedMap<Long, Long> most) {
        sourcing.fill(run, orders, itemId, most);
    }

    /** Plans what is OPEN of orders: it is reserved if anything is left, and waits otherwise. */
    public void planRest(Run run, LockedOrders orders, Collection<Long> orderIds) {
        sourcing.source(run, orders, orderIds);
    }
}
