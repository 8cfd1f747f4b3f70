package dev.orderwright.simulation;

import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.PickList.Stop;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.simulation.Simulation.Causes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The people of a simulated warehouse. They take fulfilment orders one step further, do just what the lists say and make
 * no mistakes; what has gone that step already is left alone, so that a step may be repeated.
 */
public final class Crew {

    /** A pallet: what is heavier goes on several. */
    private static final int PALLET_UNITS = 4_000;

    private final Tools tools;
    private final Causes causes;

    Crew(Tools tools, Causes causes) {
        this.tools = tools;
        this.causes = causes;
    }

    /** What they work with: the same as everybody. */
    @Component
    record Tools(
            Fulfilment fulfilment,
            FulfilmentQueries works,
            Packing packing,
            Shipping shipping,
            ShippingQueries parcels,
            OrderQueries orders) {}

    public List<WorkResult> accept(Instant at, List<Long> works) {
        return works.isEmpty()
                ? List.of()
                : tools.fulfilment.accept(causes.at(at), works).orThrow().results();
    }

    public List<WorkResult> start(Instant at, List<Long> works) {
        if (works.isEmpty()) {
            return List.of();
        }
        Cause cause = causes.at(at);
        return tools.fulfilment
                .startPick(cause, works, cause.actor().name())
                .orThrow()
                .results();
    }

    /** Takes everything from where the lists say. */
    public List<WorkResult> pick(Instant at, List<Long> works) {
        return pick(at, works, List::size);
    }

    /** Goes half of the way: the bins of the first half of each list. */
    public List<WorkResult> pickHalf(Instant at, List<Long> works) {
        return pick(at, works, stops -> stops.size() / 2);
    }

    private List<WorkResult> pick(Instant at, List<Long> works, ToIntFunction<List<Stop>> howFar) {
        if (works.isEmpty()) {
            return List.of();
        }
        List<PickConfirm> picks = new ArrayList<>(works.size());
        Map<Long, PickList> lists = tools.works.pickLists(works);
        for (long id : works) {
            PickList list = lists.get(id);
            List<PickConfirm.Scan> scans = list == null
                    ? List.of()
                    : list.stops().stream()
                            .limit(howFar.applyAsInt(list.stops()))
                            .filter(stop -> stop.task().open() > 0)
                            .map(stop -> new PickConfirm.Scan(
                                    stop.sku(), stop.task().bin(), stop.task().open()))
                            .toList();
            if (!scans.isEmpty()) {
                picks.add(new PickConfirm(id, scans));
            }
        }
        return picks.isEmpty()
                ? List.of()
                : tools.fulfilment.pick(causes.at(at), picks).orThrow().results();
    }

    /** Packs and closes everything that was picked and is in no package yet. */
    public List<PackResult> pack(Instant at, List<Long> works) {
        List<PackConfirm> boxes = works.isEmpty() ? List.of() : boxes(works);
        return boxes.isEmpty()
                ? List.of()
                : tools.packing.pack(causes.at(at), boxes).orThrow().results();
    }

    /** The packages of fulfilment orders that have not left, the oldest first. */
    public List<Parcel> packages(List<Long> works) {
        if (works.isEmpty()) {
            return List.of();
        }
        return tools.parcels.ofFulfilments(works).values().stream()
                .flatMap(List::stream)
                .filter(parcel -> parcel.state().isAtNode())
                .sorted(Comparator.comparing(Parcel::id))
                .toList();
    }

    /** Puts labels on closed packages; returns those that have one now. */
    public List<Long> label(Instant at, List<Parcel> packages) {
        List<Long> sealed = ids(packages, PackageState.SEALED);
        List<Long> labelled = new ArrayList<>(ids(packages, PackageState.LABELLED));
        if (!sealed.isEmpty()) {
            tools.shipping.label(causes.at(at), sealed, false).orThrow().results().stream()
                    .filter(PackResult::wasDone)
                    .flatMap(result -> result.packages().stream())
                    .filter(one -> !one.trackingNumber().isEmpty())
                    .forEach(one -> labelled.add(one.packageId()));
        }
        return labelled;
    }

    private static List<Long> ids(List<Parcel> parcels, PackageState state) {
        return parcels.stream()
                .filter(parcel -> parcel.state() == state)
                .map(Parcel::id)
                .toList();
    }

    public HandedOver handOver(Instant at, List<Long> packages) {
        return tools.shipping.handOver(causes.at(at), packages).orThrow();
    }

    /** Says of work that customers want to cancel that it could be stopped. */
    public List<WorkResult> stop(Instant at, List<Long> works) {
        List<CancelAnswer> answers =
                works.stream().map(id -> new CancelAnswer(id, true, "")).toList();
        return works.isEmpty()
                ? List.of()
                : tools.fulfilment
                        .answerCancel(causes.at(at), answers)
                        .orThrow()
                        .results();
    }

    private List<PackConfirm> boxes(List<Long> ids) {
        Map<Long, PickList> lists = tools.works.pickLists(ids);
        List<PackConfirm> packs = new ArrayList<>(ids.size());
        Map<Long, List<Slice>> units = tools.orders.slices(
                lists.values().stream().map(list -> list.work().orderId()).collect(Collectors.toSet()));
        lists.forEach((id, list) -> {
            Map<Integer, Long> byLine = units.getOrDefault(list.work().orderId(), List.of()).stream()
                    .filter(slice -> slice.state() == SliceState.PICKED && Objects.equals(slice.fulfilmentId(), id))
                    .collect(Collectors.groupingBy(Slice::lineNo, Collectors.summingLong(Slice::quantity)));
            Map<String, Long> bySku = new LinkedHashMap<>();
            for (PickList.Stop stop : list.stops()) {
                Long picked = byLine.remove(stop.task().lineNo());
                if (picked != null) {
                    bySku.merge(stop.sku(), picked, Long::sum);
                }
            }
            if (!bySku.isEmpty()) {
                packs.add(new PackConfirm(id, boxes(bySku)));
            }
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
