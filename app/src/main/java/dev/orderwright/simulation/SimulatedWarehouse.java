package dev.orderwright.simulation;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.simulation.Crew.Tools;
import dev.orderwright.simulation.Simulation.Causes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A warehouse that does what is due, shift by shift. What the façades refuse stays for the next day. */
final class SimulatedWarehouse {

    private static final int RELEASED_AT_ONCE = 200;
    private static final int ASKED_AT_ONCE = 2_000;

    private static final Duration TO_ACCEPT = Duration.ofMinutes(5);
    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final Duration TO_PICK = Duration.ofMinutes(50);
    private static final Duration TO_PACK = Duration.ofMinutes(100);
    private static final Duration TO_LABEL = Duration.ofMinutes(105);
    private static final Duration TO_HAND_OVER = Duration.ofMinutes(130);

    private final Tools tools;
    private final Causes causes;
    private final Crew crew;
    /** How far the work is that has not left yet. */
    private final Map<Long, FulfilmentState> waiting = new TreeMap<>();

    private LocalDate lastHandOver;

    /** @param until nothing was handed over after that day so far */
    SimulatedWarehouse(Tools tools, Causes causes, Collection<Long> orderIds, LocalDate until) {
        this.tools = tools;
        this.causes = causes;
        crew = new Crew(tools, causes);
        lastHandOver = until;
        tools.works().ofOrders(orderIds).values().stream().flatMap(List::stream).forEach(this::take);
    }

    private void take(FulfilmentOrder work) {
        if (!work.state().isEnded() && work.progress() != FulfilmentState.SHIPPED) {
            waiting.put(work.id(), work.progress());
        }
    }

    LocalDate lastHandOver() {
        return lastHandOver;
    }

    /** Works a shift; returns the orders of which something left. */
    List<Long> work(LocalDate day, Instant begin) {
        while (tools.shipping().poll(causes.at(begin), ASKED_AT_ONCE) > 0) {
            // until carriers have told everything
        }
        look(begin);
        List<Long> shipped = new ArrayList<>();
        advance(begin, shipped);
        List<Released.Work> released;
        do {
            released = tools.fulfilment()
                    .release(causes.at(begin), new ReleaseFilter(null, day, begin), RELEASED_AT_ONCE)
                    .orThrow()
                    .works();
            released.forEach(work -> waiting.put(work.fulfilmentId(), FulfilmentState.RELEASED));
            advance(begin, shipped);
        } while (!released.isEmpty());
        if (!shipped.isEmpty()) {
            lastHandOver = day;
        }
        return shipped;
    }

    /** What others did since the last shift with what waits; nothing has left, so a wish to cancel is granted. */
    private void look(Instant begin) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Long> asked = tools.works().byId(waiting.keySet()).values().stream()
                .filter(work -> work.state() == FulfilmentState.CANCEL_REQUESTED)
                .map(FulfilmentOrder::id)
                .sorted()
                .toList();
        crew.stop(begin, asked);
        List<FulfilmentOrder> now =
                List.copyOf(tools.works().byId(waiting.keySet()).values());
        waiting.clear();
        now.forEach(this::take);
    }

    private void advance(Instant begin, List<Long> shipped) {
        crew.accept(begin.plus(TO_ACCEPT), in(FulfilmentState.RELEASED)).forEach(this::note);
        crew.start(begin.plus(TO_START), in(FulfilmentState.ACCEPTED)).forEach(this::note);
        crew.pick(begin.plus(TO_PICK), in(FulfilmentState.PICKING)).forEach(this::note);
        crew.pack(begin.plus(TO_PACK), in(FulfilmentState.PICKED)).stream()
                .filter(PackResult::wasDone)
                .forEach(result -> waiting.put(result.fulfilmentId(), FulfilmentState.PACKED));
        ship(begin, shipped);
    }

    private List<Long> in(FulfilmentState progress) {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue() == progress)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was refused stays as it is until the next shift. */
    private void note(WorkResult result) {
        FulfilmentState state = result.state();
        if (state == null || state.isEnded() || state == FulfilmentState.SHIPPED) {
            waiting.remove(result.fulfilmentId());
        } else if (state.isStep()) {
            waiting.put(result.fulfilmentId(), state);
        }
    }

    /** Labels what is packed and hands over what has a label; who has left nothing behind is done. */
    private void ship(Instant begin, List<Long> shipped) {
        List<Parcel> packages = crew.packages(in(FulfilmentState.PACKED));
        List<Long> ready = crew.label(begin.plus(TO_LABEL), packages);
        if (ready.isEmpty()) {
            return;
        }
        Map<Long, Integer> here = new HashMap<>();
        packages.forEach(parcel -> here.merge(parcel.fulfilmentId(), 1, Integer::sum));
        for (Shipment shipment : crew.handOver(begin.plus(TO_HAND_OVER), ready).shipments()) {
            if (here.merge(shipment.fulfilmentId(), -shipment.packages(), Integer::sum) == 0) {
                waiting.remove(shipment.fulfilmentId());
            }
            shipped.add(shipment.orderId());
        }
    }
}
