package dev.orderwright.orders;

import static dev.orderwright.inventory.Bucket.AVAILABLE;
import static dev.orderwright.inventory.Bucket.CUSTOMER;
import static dev.orderwright.inventory.Bucket.DAMAGED;
import static dev.orderwright.inventory.Bucket.LOSS;
import static dev.orderwright.orders.SliceState.BACKORDERED;
import static dev.orderwright.orders.SliceState.CANCELLED;
import static dev.orderwright.orders.SliceState.DELIVERED;
import static dev.orderwright.orders.SliceState.LOST;
import static dev.orderwright.orders.SliceState.OPEN;
import static dev.orderwright.orders.SliceState.PACKED;
import static dev.orderwright.orders.SliceState.PICKED;
import static dev.orderwright.orders.SliceState.RELEASED;
import static dev.orderwright.orders.SliceState.RESERVED;
import static dev.orderwright.orders.SliceState.RETURNED;
import static dev.orderwright.orders.SliceState.SHIPPED;

import dev.orderwright.inventory.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may happen to a slice, and of the stock move that goes with it. The stores' guards, the buttons
 * of the console and the diagram in the documentation come from here.
 */
public final class SliceTransitions {

    /**
     * One legal step.
     *
     * @param stockFrom the bucket that the units leave, null when no stock moves
     * @param stockTo the bucket that they enter, null when no stock moves
     */
    public record Transition(
            SliceState from,
            SliceEvent event,
            SliceState to,
            @Nullable Bucket stockFrom,
            @Nullable Bucket stockTo) {}

    private static final List<Transition> ALL = List.of(
            moving(OPEN, SliceEvent.RESERVE, RESERVED, AVAILABLE, Bucket.RESERVED),
            moving(BACKORDERED, SliceEvent.RESERVE, RESERVED, AVAILABLE, Bucket.RESERVED),
            of(OPEN, SliceEvent.BACKORDER, BACKORDERED),
            of(BACKORDERED, SliceEvent.REDATE, BACKORDERED),
            of(OPEN, SliceEvent.RENDER, DELIVERED),
            moving(RESERVED, SliceEvent.UNRESERVE, OPEN, Bucket.RESERVED, AVAILABLE),
            of(RESERVED, SliceEvent.RELEASE, RELEASED),
            moving(RELEASED, SliceEvent.REJECT, OPEN, Bucket.RESERVED, AVAILABLE),
            moving(RELEASED, SliceEvent.SHORT_LOST, OPEN, Bucket.RESERVED, LOSS),
            moving(RELEASED, SliceEvent.SHORT_DAMAGED, OPEN, Bucket.RESERVED, DAMAGED),
            moving(RELEASED, SliceEvent.PICK, PICKED, Bucket.RESERVED, Bucket.PICKED),
            moving(PICKED, SliceEvent.UNPICK, OPEN, Bucket.PICKED, AVAILABLE),
            of(PICKED, SliceEvent.PACK, PACKED),
            of(PACKED, SliceEvent.UNPACK, PICKED),
            moving(PACKED, SliceEvent.SHIP, SHIPPED, Bucket.PICKED, CUSTOMER),
            of(SHIPPED, SliceEvent.DELIVER, DELIVERED),
            moving(SHIPPED, SliceEvent.LOSE, LOST, CUSTOMER, LOSS),
            moving(SHIPPED, SliceEvent.TAKE_BACK, RETURNED, CUSTOMER, AVAILABLE),
            moving(DELIVERED, SliceEvent.TAKE_BACK, RETURNED, CUSTOMER, AVAILABLE),
            of(OPEN, SliceEvent.CANCEL, CANCELLED),
            of(BACKORDERED, SliceEvent.CANCEL, CANCELLED),
            moving(RESERVED, SliceEvent.CANCEL, CANCELLED, Bucket.RESERVED, AVAILABLE),
            moving(RELEASED, SliceEvent.CANCEL, CANCELLED, Bucket.RESERVED, AVAILABLE),
            moving(PICKED, SliceEvent.CANCEL, CANCELLED, Bucket.PICKED, AVAILABLE),
            moving(PACKED, SliceEvent.CANCEL, CANCELLED, Bucket.PICKED, AVAILABLE));

    private record Key(SliceState from, SliceEvent event) {}

    private static final Map<Key, Transition> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(t -> new Key(t.from(), t.event()), Function.identity()));

    private SliceTransitions() {}

    private static Transition of(SliceState from, SliceEvent event, SliceState to) {
        return new Transition(from, event, to, null, null);
    }

    private static Transition moving(
            SliceState from, SliceEvent event, SliceState to, Bucket stockFrom, Bucket stockTo) {
        return new Transition(from, event, to, stockFrom, stockTo);
    }

    public static List<Transition> all() {
        return ALL;
    }

    public static Optional<Transition> find(SliceState from, SliceEvent event) {
        return Optional.ofNullable(BY_KEY.get(new Key(from, event)));
    }

    /** What may happen to a slice in this state. */
    public static Set<SliceEvent> eventsFrom(SliceState from) {
        return ALL.stream().filter(t -> t.from() == from).map(Transition::event).collect(Collectors.toSet());
    }
}
