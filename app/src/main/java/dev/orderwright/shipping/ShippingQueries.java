package dev.orderwright.shipping;

import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens, the API and other modules read of packages and shipments. Nothing here locks. */
@Component
public class ShippingQueries {

    private final ParcelStore parcels;
    private final LabelStore labels;
    private final ShipmentStore shipments;
    private final TrackingStore tracking;
    private final OrderSlices slices;
    private final Carriers carriers;

    ShippingQueries(
            ParcelStore parcels,
            LabelStore labels,
            ShipmentStore shipments,
            TrackingStore tracking,
            OrderSlices slices,
            Carriers carriers) {
        this.parcels = parcels;
        this.labels = labels;
        this.shipments = shipments;
        this.tracking = tracking;
        this.slices = slices;
        this.carriers = carriers;
    }

    public Optional<Parcel> byId(long packageId) {
        return parcels.find(List.of(packageId)).stream().findFirst();
    }

    /** Packages by id; what does not exist is left out. */
    public Map<Long, Parcel> byId(Collection<Long> packageIds) {
        return parcels.find(packageIds).stream().collect(Collectors.toMap(Parcel::id, Function.identity()));
    }

    /** By the number that stands on packages ({@code PK-100042}). */
    public Optional<Parcel> byNumber(String number) {
        return parcels.byNumber(number);
    }

    /** By what the carrier knows it by, whichever carrier it is. */
    public List<Parcel> byTracking(String trackingNumber) {
        List<TrackingStore.Key> keys = carriers.codes().stream()
                .map(code -> new TrackingStore.Key(code, trackingNumber))
                .toList();
        return parcels.find(tracking.parcels(keys).values().stream()
                .map(TrackingStore.Place::packageId)
                .toList());
    }

    /** The packages of fulfilment orders, oldest first. */
    public Map<Long, List<Parcel>> ofFulfilments(Collection<Long> fulfilmentIds) {
        return parcels.ofFulfilments(fulfilmentIds).stream().collect(Collectors.groupingBy(Parcel::fulfilmentId));
    }

    /** The packages of orders, oldest first. */
    public Map<Long, List<Parcel>> ofOrders(Collection<Long> orderIds) {
        return parcels.ofOrders(orderIds).stream().collect(Collectors.groupingBy(Parcel::orderId));
    }

    /** Packages that are still in our hands, oldest first. */
    public List<Parcel> atNode(@Nullable Long nodeId, Set<PackageState> states, int limit) {
        return parcels.atNode(nodeId, states, limit);
    }

    /** What lies in packages: the slices that carry their ids. */
    public Map<Long, List<Slice>> contents(Collection<Long> packageIds) {
        return slices.slicesOfPackages(packageIds);
    }

    /** All attempts to buy a label for a package, oldest first. */
    public List<Label> labels(long packageId) {
        return labels.of(parcels.find(List.of(packageId)));
    }

    /** The shipments of orders, oldest first. */
    public Map<Long, List<Shipment>> shipmentsOfOrders(Collection<Long> orderIds) {
        return shipments.ofOrders(orderIds).stream().collect(Collectors.groupingBy(Shipment::orderId));
    }

    /** What carriers have seen of packages, by package, oldest first. */
    public Map<Long, List<TrackingEvent>> events(Collection<Long> packageIds) {
        return tracking.ofPackages(parcels.find(packageIds));
    }

    /** Events of parcels that nobody knows (yet), newest first. */
    public List<TrackingEvent> unknownEvents(int limit) {
        return tracking.openUnknown(limit);
    }

    /** For people: the name of a carrier. */
    public String carrierName(String code) {
        return carriers.find(code).map(Carrier::name).orElse(code);
    }
}
