package dev.orderwright.shipping;

import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Cancelling;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shipping.ShipmentStore.Listed;
import dev.orderwright.shipping.ShipmentStore.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands packages to their carriers: one manifest per carrier and node, one shipment per fulfilment order. */
@Component
class HandingOver {

    private final OrderSlices slices;
    private final Cancelling cancelling;
    private final ParcelStore parcels;
    private final ShipmentStore shipments;
    private final NewParcels numbers;
    private final Tracking tracking;

    HandingOver(
            OrderSlices slices,
            Cancelling cancelling,
            ParcelStore parcels,
            ShipmentStore shipments,
            NewParcels numbers,
            Tracking tracking) {
        this.slices = slices;
        this.cancelling = cancelling;
        this.parcels = parcels;
        this.shipments = shipments;
        this.numbers = numbers;
        this.tracking = tracking;
    }

    private record Counter(String carrier, long nodeId) {}

    /** What leaves now. */
    private static final class Batch {
        private final Map<Long, List<Parcel>> byWork = new LinkedHashMap<>();
        private final List<PackResult> refused = new ArrayList<>();
        private final List<SliceChange> changes = new ArrayList<>();
        private final Map<Long, Long> units = new HashMap<>();
        private final Map<Long, LocalDate> deliverOn = new HashMap<>();
    }

    HandedOver handOver(Run run, Collection<Long> ids) {
        Set<Long> orderIds =
                parcels.find(ids).stream().map(Parcel::orderId).collect(Collectors.toCollection(TreeSet::new));
        LockedOrders orders = slices.lock(run, orderIds);
        Map<Long, Parcel> locked = new LinkedHashMap<>();
        parcels.find(ids).forEach(parcel -> locked.put(parcel.id(), parcel));
        Batch batch = new Batch();
        decide(orders, ids, locked, cancelling.askedOfOrders(orderIds), batch);
        if (batch.byWork.isEmpty()) {
            return new HandedOver(List.of(), batch.refused);
        }
        List<Listed> listed = list(run, batch);
        List<Parcel> gone = new ArrayList<>();
        for (Listed one : listed) {
            for (Parcel parcel : batch.byWork.getOrDefault(one.shipment().fulfilmentId(), List.of())) {
                gone.add(parcel.handedOver(one.shipment().id(), run.at(), batch.deliverOn.get(parcel.id())));
            }
            tell(run, one.shipment(), batch.byWork.getOrDefault(one.shipment().fulfilmentId(), List.of()));
        }
        shipments.insert(listed, run.at());
        parcels.update(gone, run.at());
        slices.apply(run, orders, batch.changes);
        tracking.begin(run, gone);
        return new HandedOver(listed.stream().map(Listed::shipment).toList(), batch.refused);
    }

    private static void decide(
            LockedOrders orders,
            Collection<Long> ids,
            Map<Long, Parcel> locked,
            List<CancelRequest> asked,
            Batch batch) {
        Map<Long, List<CancelRequest>> askedByOrder =
                asked.stream().collect(Collectors.groupingBy(CancelRequest::orderId));
        for (long id : new LinkedHashSet<>(ids)) {
            Parcel parcel = locked.get(id);
            if (parcel == null) {
                batch.refused.add(PackingTable.unknown());
                continue;
            }
            LockedOrder order = orders.get(parcel.orderId());
            Optional<Refusal> refusal =
                    HandOverRules.mayLeave(parcel, order, askedByOrder.getOrDefault(parcel.orderId(), List.of()));
            if (refusal.isPresent()) {
                batch.refused.add(PackResult.refused(parcel, List.of(refusal.get())));
                continue;
            }
            batch.byWork
                    .computeIfAbsent(parcel.fulfilmentId(), work -> new ArrayList<>())
                    .add(parcel);
            for (Slice slice : HandOverRules.contents(parcel, order)) {
                batch.changes.add(SliceChange.of(slice, SliceEvent.SHIP));
                batch.units.merge(parcel.fulfilmentId(), slice.quantity(), Long::sum);
                if (slice.deliverOn() != null) {
                    batch.deliverOn.merge(
                            parcel.id(), slice.deliverOn(), (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
    }

    /** Writes the manifests and makes the shipments on them. */
    private List<Listed> list(Run run, Batch batch) {
        Map<Counter, Integer> counts = new LinkedHashMap<>();
        batch.byWork.values().stream()
                .flatMap(List::stream)
                .forEach(parcel -> counts.merge(counter(parcel), 1, Integer::sum));
        Map<Counter, Manifest> manifests = new LinkedHashMap<>();
        counts.forEach((counter, packages) -> manifests.put(
                counter,
                new Manifest(numbers.nextId(), numbers.next("MF"), counter.carrier(), counter.nodeId(), packages)));
        shipments.insertManifests(
                List.copyOf(manifests.values()), run.at(), run.actor().code());
        List<Listed> listed = new ArrayList<>();
        batch.byWork.forEach((work, sent) -> {
            Parcel first = sent.getFirst();
            Manifest manifest = manifests.get(counter(first));
            if (manifest != null) {
                listed.add(new Listed(
                        new Shipment(
                                numbers.nextId(),
                                numbers.next("SH"),
                                first.orderId(),
                                work,
                                first.nodeId(),
                                manifest.number(),
                                first.tag().carrier(),
                                sent.size(),
                                batch.units.getOrDefault(work, 0L),
                                sent.stream()
                                        .mapToLong(parcel -> parcel.measures().weightGrams())
                                        .sum(),
                                run.at()),
                        manifest.id()));
            }
        });
        return listed;
    }

    private static Counter counter(Parcel parcel) {
        return new Counter(parcel.tag().carrier(), parcel.nodeId());
    }

    private static void tell(Run run, Shipment shipment, List<Parcel> sent) {
        run.orderFact(
                shipment.orderId(),
                "ShipmentHandedOver",
                Facts.data(
                        "shipment", shipment.number(),
                        "shipmentId", Long.toString(shipment.id()),
                        "manifest", shipment.manifest(),
                        "carrier", shipment.carrier(),
                        "packages", sent.stream().map(Parcel::number).toList(),
                        "tracking",
                                sent.stream().map(p -> p.tag().trackingNumber()).toList(),
                        "units", shipment.units()));
    }
}
