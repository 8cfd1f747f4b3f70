package dev.orderwright.fulfilment;

import static dev.orderwright.fulfilment.FulfilmentEvent.ACCEPT;
import static dev.orderwright.fulfilment.FulfilmentEvent.ASK_CANCEL;
import static dev.orderwright.fulfilment.FulfilmentEvent.CANCEL;
import static dev.orderwright.fulfilment.FulfilmentEvent.CLOSE;
import static dev.orderwright.fulfilment.FulfilmentEvent.FINISH_PACKING;
import static dev.orderwright.fulfilment.FulfilmentEvent.FINISH_PICKING;
import static dev.orderwright.fulfilment.FulfilmentEvent.REFUSE_CANCEL;
import static dev.orderwright.fulfilment.FulfilmentEvent.REJECT;
import static dev.orderwright.fulfilment.FulfilmentEvent.SHIP;
import static dev.orderwright.fulfilment.FulfilmentEvent.START;
import static dev.orderwright.fulfilment.FulfilmentEvent.UNPACK;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table of what may happen to a fulfilment order. Parts of an order go their own way, so the state of the whole
 * may jump ahead: when the last unit that was missing is written off while the others are packed, picking ends packed.
 */
public final class FulfilmentTransitions {

    /** One legal step. */
    public record Transition(FulfilmentState from, FulfilmentEvent event, FulfilmentState to) {}

    private static final Map<FulfilmentState, Set<FulfilmentEvent>> LEGAL = new EnumMap<>(Map.of(
            FulfilmentState.RELEASED, EnumSet.of(ACCEPT, REJECT, CANCEL),
            FulfilmentState.ACCEPTED, EnumSet.of(START, REJECT, ASK_CANCEL, CANCEL),
            FulfilmentState.PICKING,
                    EnumSet.of(FINISH_PICKING, FINISH_PACKING, SHIP, CLOSE, REJECT, ASK_CANCEL, CANCEL),
            FulfilmentState.PICKED, EnumSet.of(FINISH_PACKING, SHIP, CLOSE, REJECT, ASK_CANCEL, CANCEL),
            FulfilmentState.PACKED, EnumSet.of(UNPACK, SHIP, CLOSE, ASK_CANCEL, CANCEL),
            FulfilmentState.SHIPPED, EnumSet.of(CLOSE),
            FulfilmentState.CANCEL_REQUESTED,
                    EnumSet.of(ACCEPT, START, FINISH_PICKING, FINISH_PACKING, SHIP, CLOSE, REFUSE_CANCEL, CANCEL),
            FulfilmentState.CANCEL_REFUSED,
                    EnumSet.of(
                            START, FINISH_PICKING, UNPACK, FINISH_PACKING, SHIP, CLOSE, REJECT, ASK_CANCEL, CANCEL)));

    private static final List<Transition> ALL = table();

    private FulfilmentTransitions() {}

    private static List<Transition> table() {
        List<Transition> all = new ArrayList<>();
        LEGAL.forEach((from, events) -> events.forEach(event -> all.add(new Transition(from, event, event.to()))));
        return List.copyOf(all);
    }

    public static List<Transition> all() {
        return ALL;
    }

    /** What may happen to a fulfilment order in this state. */
    public static Set<FulfilmentEvent> eventsFrom(FulfilmentState from) {
        return LEGAL.getOrDefault(from, Set.of());
    }

    public static boolean isLegal(FulfilmentState from, FulfilmentEvent event) {
        return eventsFrom(from).contains(event);
    }
}
