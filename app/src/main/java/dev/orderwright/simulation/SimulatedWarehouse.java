package dev.orderwright.simulation;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.WorkResults;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.simulation.Simulation.Causes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A warehouse that does what is due: it accepts, picks what the pick list says, packs it, labels it and hands it over. It
 * makes no mistakes; what the façades refuse stays for the next day.
 */
@Component
class SimulatedWarehouse {

    private static final int RELEASED_AT_ONCE = 200;
    private static final int ASKED_AT_ONCE = 2_000;
    /** A pallet: what is heavier goes on several. */
    private static final int PALLET_UNITS = 4_000;

    private static final Duration TO_ACCEPT = Duration.ofMinutes(5);
    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final Duration TO_PICK = Duration.ofMinutes(50);
    private static final Duration TO_PACK = Duration.ofMinutes(100);
    private static final Duration TO_LABEL = Duration.ofMinutes(105);
    private static final Duration TO_HAND_OVER = Duration.ofMinutes(130);

    private final Fulfilment fulfilment;
    private final FulfilmentQueries works;
    private final Packing packing;
    private final Shipping shipping;
    private final ShippingQueries parcels;
    private final OrderSlices slices;

    SimulatedWarehouse(
            Fulfilment fulfilment,
            FulfilmentQueries works,
            Packing packing,
            Shipping shipping,
            ShippingQueries parcels,
            OrderSlices slices) {
        this.fulfilment = fulfilment;
        this.works = works;
        this.packing = packing;
        this.shipping = shipping;
        this.parcels = parcels;
        this.slices = slices;
    }

    /** @param until nothing was handed over after that day so far */
    Floor open(Causes causes, Collection<Long> orderIds, LocalDate until) {
        Floor floor = new Floor(causes, until);
        works.ofOrders(orderIds).values().stream().flatMap(List::stream).forEach(floor::take);
        return floor;
    }

    /** What the warehouse has to do. */
    final class Floor {
        private final Causes causes;
        private final Map<Long, FulfilmentState> waiting = new TreeMap<>();
        private LocalDate lastHandOver;

        Floor(Causes causes, LocalDate lastHandOver) {
            this.causes = causes;
            this.lastHandOver = lastHandOver;
        }

        private void take(FulfilmentOrder work) {
            if (!work.state().isEnded() && work.state() != FulfilmentState.SHIPPED) {
                waiting.put(work.id(), work.state());
            }
        }

        LocalDate lastHandOver() {
            return lastHandOver;
        }

        /** Works a shift; returns the orders of which something left. */
        List<Long> work(LocalDate day, Instant begin) {
            while (shipping.poll(causes.at(begin), ASKED_AT_ONCE) > 0) {
                // until carriers have told everything
            }
            List<Long> shipped = new ArrayList<>();
            advance(begin, shipped);
            List<Released.Work> released;
            do {
                released = fulfilment
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

        private void advance(Instant begin, List<Long> shipped) {
            if (waiting.isEmpty()) {
                return;
            }
            step(FulfilmentState.RELEASED, ids -> fulfilment.accept(causes.at(begin.plus(TO_ACCEPT)), ids));
            step(FulfilmentState.ACCEPTED, ids -> start(begin.plus(TO_START), ids));
            step(FulfilmentState.PICKING, ids -> fulfilment.pick(causes.at(begin.plus(TO_PICK)), picks(ids)));
            pack(begin.plus(TO_PACK));
            ship(begin, shipped);
        }

        /** Takes all work that has come as far one step further. */
        private void step(FulfilmentState from, Function<List<Long>, Outcome<WorkResults>> command) {
            List<Long> ids = in(from);
            if (!ids.isEmpty()) {
                command.apply(ids).orThrow().results().forEach(this::note);
            }
        }

        private List<Long> in(FulfilmentState state) {
            return waiting.entrySet().stream()
                    .filter(entry -> entry.getValue() == state)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** What was refused stays as it is until the next shift. */
        private void note(WorkResult result) {
            if (result.state() == null || result.state().isEnded() || result.state() == FulfilmentState.SHIPPED) {
                waiting.remove(result.fulfilmentId());
            } else {
                waiting.put(result.fulfilmentId(), result.state());
            }
        }

        private Outcome<WorkResults> start(Instant at, List<Long> ids) {
            Cause cause = causes.at(at);
            return fulfilment.startPick(cause, ids, cause.actor().name());
        }

        private void pack(Instant at) {
            List<Long> ids = in(FulfilmentState.PICKED);
            if (!ids.isEmpty()) {
                packing.pack(causes.at(at), boxes(ids)).orThrow().results().stream()
                        .filter(PackResult::wasDone)
                        .forEach(result -> waiting.put(result.fulfilmentId(), FulfilmentState.PACKED));
            }
        }

        /** Labels what is packed and hands over what has a label. */
        private void ship(Instant begin, List<Long> shipped) {
            List<Long> ids = in(FulfilmentState.PACKED);
            if (ids.isEmpty()) {
                return;
            }
            List<Parcel> packed = parcels.ofFulfilments(ids).values().stream()
                    .flatMap(List::stream)
                    .filter(parcel -> parcel.state().isAtNode())
                    .toList();
            List<Long> sealed = ids(packed, PackageState.SEALED);
            List<Long> ready = new ArrayList<>(ids(packed, PackageState.LABELLED));
            if (!sealed.isEmpty()) {
                shipping.label(causes.at(begin.plus(TO_LABEL)), sealed, false).orThrow().results().stream()
                        .filter(PackResult::wasDone)
                        .flatMap(result -> result.packages().stream())
                        .filter(one -> !one.trackingNumber().isEmpty())
                        .forEach(one -> ready.add(one.packageId()));
            }
            if (ready.isEmpty()) {
                return;
            }
            HandedOver left = shipping.handOver(causes.at(begin.plus(TO_HAND_OVER)), ready)
                    .orThrow();
            for (Shipment shipment : left.shipments()) {
                waiting.remove(shipment.fulfilmentId());
                shipped.add(shipment.orderId());
            }
        }
    }

    private static List<Long> ids(List<Parcel> parcels, PackageState state) {
        return parcels.stream()
                .filter(parcel -> parcel.state() == state)
                .map(Parcel::id)
                .toList();
    }

    /** Takes what each list says from where it says. */
    private List<PickConfirm> picks(List<Long> ids) {
        Map<Long, PickList> lists = works.pickLists(ids);
        List<PickConfirm> picks = new ArrayList<>(ids.size());
        for (long id : ids) {
            PickList list = lists.get(id);
            if (list != null) {
                picks.add(new PickConfirm(
                        id,
                        list.stops().stream()
                                .filter(stop -> stop.task().open() > 0)
                                .map(stop -> new PickConfirm.Scan(
                                        stop.sku(),
                                        stop.task().bin(),
                                        stop.task().open()))
                                .toList()));
            }
        }
        return picks;
    }

    /** Packs everything that was picked and is in no package yet. */
    private List<PackConfirm> boxes(List<Long> ids) {
        Map<Long, PickList> lists = works.pickLists(ids);
        List<PackConfirm> packs = new ArrayList<>(ids.size());
        Map<Long, List<Slice>> units = slices.slicesOfFulfilments(ids);
        lists.forEach((id, list) -> {
            Map<Integer, Long> byLine = units.getOrDefault(id, List.of()).stream()
                    .filter(slice -> slice.state() == SliceState.PICKED)
                    .collect(Collectors.groupingBy(Slice::lineNo, Collectors.summingLong(Slice::quantity)));
            Map<String, Long> bySku = new LinkedHashMap<>();
            for (PickList.Stop stop : list.stops()) {
                Long picked = byLine.remove(stop.task().lineNo());
                if (picked != null) {
                    bySku.merge(stop.sku(), picked, Long::sum);
                }
            }
            packs.add(new PackConfirm(id, boxes(bySku)));
        });
        return packs;
    }

    private static List<Box> boxes(Map<String, Long> units) {
        List<Box> boxes = new ArrayList<>();
        List<Content> open = new ArrayList<>();
        long room = PALLET_UNITS;
        for (Map.Entry<String, Long> item : units.entrySet()) {
            long left = item.getValue();
            while (left > 0) {
                long part = Math.min(left, room);
                open.add(new Content(item.getKey(), part));
                left -= part;
                room -= part;
                if (room == 0) {
                    boxes.add(new Box(open, Measures.NONE));
                    open = new ArrayList<>();
                    room = PALLET_UNITS;
                }
            }
        }
        if (!open.isEmpty()) {
            boxes.add(new Box(open, Measures.NONE));
        }
        return boxes;
    }
}
