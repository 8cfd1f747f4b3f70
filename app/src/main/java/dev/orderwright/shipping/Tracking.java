package dev.orderwright.shipping;

import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import dev.orderwright.shipping.Carrier.UnderWay;
import dev.orderwright.shipping.TrackingStore.EventKey;
import dev.orderwright.shipping.TrackingStore.Key;
import dev.orderwright.shipping.TrackingStore.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Books what carriers have seen: each event once, in whatever order it comes. */
@Component
class Tracking {

    private final OrderSlices slices;
    private final ParcelStore parcels;
    private final TrackingStore store;
    private final AskingStore asking;
    private final LabelStore labels;
    private final Carriers carriers;

    Tracking(
            OrderSlices slices,
            ParcelStore parcels,
            TrackingStore store,
            AskingStore asking,
            LabelStore labels,
            Carriers carriers) {
        this.slices = slices;
        this.parcels = parcels;
        this.store = store;
        this.asking = asking;
        this.labels = labels;
        this.carriers = carriers;
    }

    Tracked book(Run run, List<TrackingEvent> received) {
        Map<EventKey, TrackingEvent> distinct = new LinkedHashMap<>();
        received.forEach(event -> distinct.putIfAbsent(EventKey.of(event), event));
        Map<Key, Place> places =
                store.parcels(distinct.values().stream().map(Tracking::keyOf).collect(Collectors.toSet()));
        List<TrackingEvent> known = new ArrayList<>();
        List<TrackingEvent> unknown = new ArrayList<>();
        distinct.values().forEach(event -> (places.containsKey(keyOf(event)) ? known : unknown).add(event));
        store.insertUnknown(unknown, run.at());
        List<Place> where = known.stream()
                .map(event -> Objects.requireNonNull(places.get(keyOf(event))))
                .toList();
        slices.lockHeads(run, where.stream().map(Place::orderId).collect(Collectors.toCollection(TreeSet::new)));
        Set<EventKey> fresh = store.insert(known, where, run.at());
        Set<Long> touched = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            if (fresh.contains(EventKey.of(known.get(i)))) {
                touched.add(where.get(i).packageId());
            }
        }
        List<Tracked.Moved> moved = settle(run, parcels.find(touched));
        return new Tracked(fresh.size(), received.size() - unknown.size() - fresh.size(), unknown.size(), moved);
    }

    private static Key keyOf(TrackingEvent event) {
        return new Key(event.carrier(), event.trackingNumber());
    }

    /** Brings packages to where all their events together say they are. The order rows are locked. */
    private List<Tracked.Moved> settle(Run run, List<Parcel> touched) {
        Map<Long, List<TrackingEvent>> events = store.ofPackages(touched);
        List<Parcel> changed = new ArrayList<>();
        List<Parcel> same = new ArrayList<>();
        List<Tracked.Moved> moved = new ArrayList<>();
        for (Parcel parcel : touched) {
            // Events of a label that was voided tell nothing of where the package is.
            List<TrackingEvent> own = events.getOrDefault(parcel.id(), List.of()).stream()
                    .filter(event -> event.trackingNumber().equals(parcel.tag().trackingNumber()))
                    .toList();
            Optional<PackageEvent> next = TrackingRules.next(parcel.state(), own);
            if (next.isEmpty()) {
                same.add(parcel);
            }
            next.ifPresent(event -> {
                Parcel seen =
                        parcel.seen(event.to(), TrackingRules.deliveredAt(own).orElse(null));
                changed.add(seen);
                moved.add(new Tracked.Moved(seen.id(), seen.number(), seen.state()));
                TrackingRules.decisive(own).ifPresent(decisive -> tell(run, seen, decisive));
            });
        }
        parcels.update(changed, run.at());
        // Who has it open must notice that there is more to read.
        parcels.update(same, run.at());
        deliver(
                run,
                changed.stream()
                        .filter(parcel -> parcel.state() == PackageState.DELIVERED)
                        .toList());
        return moved;
    }

    private void deliver(Run run, List<Parcel> delivered) {
        if (delivered.isEmpty()) {
            return;
        }
        Set<Long> ids = delivered.stream().map(Parcel::id).collect(Collectors.toSet());
        LockedOrders orders = slices.lock(
                run, delivered.stream().map(Parcel::orderId).collect(Collectors.toCollection(TreeSet::new)));
        List<SliceChange> changes = new ArrayList<>();
        orders.all().forEach(order -> {
            for (Slice slice : order.slices(SliceState.SHIPPED)) {
                if (slice.packageId() != null && ids.contains(slice.packageId())) {
                    changes.add(SliceChange.of(slice, SliceEvent.DELIVER));
                }
            }
        });
        slices.apply(run, orders, changes);
    }

    private static void tell(Run run, Parcel parcel, TrackingEvent event) {
        run.orderFact(
                parcel.orderId(),
                parcel.state() == PackageState.DELIVERED ? "PackageDelivered" : "PackageTracked",
                Facts.data(
                        "package", parcel.number(),
                        "tracking", event.trackingNumber(),
                        "state", parcel.state().name(),
                        "at", event.at().toString(),
                        "place", event.place(),
                        "message", event.message()));
    }

    /** Packages have just been handed over: their carriers are asked from now on, and what was seen early counts now. */
    void begin(Run run, List<Parcel> gone) {
        List<AskingStore.Plan> plans = new ArrayList<>();
        Map<Long, UnderWay> underWay = underWay(gone);
        for (Parcel parcel : gone) {
            UnderWay one = underWay.get(parcel.id());
            if (one != null) {
                carriers.find(parcel.tag().carrier())
                        .ifPresent(carrier ->
                                plans.add(new AskingStore.Plan(parcel, null, carrier.askAgain(one, run.at()))));
            }
        }
        asking.schedule(plans);
        settle(run, gone);
    }

    /** What carriers have to know of parcels to be asked about them. */
    Map<Long, UnderWay> underWay(List<Parcel> sent) {
        Map<Long, Parcel> byId = sent.stream().collect(Collectors.toMap(Parcel::id, parcel -> parcel));
        Map<Long, UnderWay> result = new LinkedHashMap<>();
        for (Label label : labels.of(sent)) {
            Parcel parcel = byId.get(label.packageId());
            if (parcel != null
                    && label.attempt() == parcel.tag().attempt()
                    && parcel.journey().handedOverAt() != null) {
                result.put(
                        parcel.id(),
                        new UnderWay(
                                label.trackingNumber(),
                                label.wish(),
                                parcel.journey().handedOverAt(),
                                null));
            }
        }
        return result;
    }

    /** Books the events of parcels that have become known since; returns how many there were. */
    int bookKnown(Run run, int limit) {
        List<TrackingEvent> events = store.unknownThatAreKnown(limit);
        if (!events.isEmpty()) {
            book(run, events);
            store.resolve(events, run.at());
        }
        return events.size();
    }
}
