package dev.orderwright.shipping;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens, the API and other modules read of packages and shipments. Nothing here locks. */
@Component
public class ShippingQueries {

    private final ParcelStore parcels;
    private final LabelStore labels;
    private final ShipmentStore shipments;
    private final TrackingStore tracking;
    private final Carriers carriers;

    ShippingQueries(
            ParcelStore parcels,
            LabelStore labels,
            ShipmentStore shipments,
            TrackingStore tracking,
            Carriers carriers) {
        this.parcels = parcels;
        this.labels = labels;
        this.shipments = shipments;
        this.tracking = tracking;
        this.carriers = carriers;
    }

    public Optional<Parcel> byId(long packageId) {
        return parcels.find(List.of(packageId)).stream().findFirst();
    }

    /** Packages by id; what does not exist is left out. */
    public Map<Long, Parcel> byId(Collection<Long> packageIds) {
        return parcels.find(packageIds).stream().collect(Collectors.toMap(Parcel::id, Function.identity()));
    }

    /**
     * By what people, scanners and programs call them: the number that stands on packages ({@code PK-100042}) in whatever
     * case, the id, or what the carrier knows them by, whichever carrier it is. What does not exist is left out.
     */
    public Map<String, Parcel> named(Collection<String> names) {
        Names wanted = Names.of(names);
        Map<String, Parcel> found = new HashMap<>();
        parcels.find(wanted.ids()).forEach(parcel -> found.put(Long.toString(parcel.id()), parcel));
        parcels.byNumber(wanted.numbers()).forEach(parcel -> found.put(parcel.number(), parcel));
        Map<String, Parcel> result = wanted.each(found);
        List<String> others =
                names.stream().filter(name -> !result.containsKey(name)).toList();
        if (!others.isEmpty()) {
            result.putAll(byTracking(others));
        }
        return result;
    }

    private Map<String, Parcel> byTracking(List<String> names) {
        List<TrackingStore.Key> keys = names.stream()
                .flatMap(name -> Stream.of(name.strip(), name.strip().toUpperCase(Locale.ROOT))
                        .distinct())
                .flatMap(number -> carriers.codes().stream().map(code -> new TrackingStore.Key(code, number)))
                .toList();
        Map<String, Long> places = new HashMap<>();
        tracking.parcels(keys).forEach((key, place) -> places.putIfAbsent(key.trackingNumber(), place.packageId()));
        Map<Long, Parcel> byId = byId(places.values());
        Map<String, Parcel> result = new HashMap<>();
        for (String name : names) {
            Long id = Optional.ofNullable(places.get(name.strip().toUpperCase(Locale.ROOT)))
                    .orElse(places.get(name.strip()));
            Parcel parcel = id == null ? null : byId.get(id);
            if (parcel != null) {
                result.put(name, parcel);
            }
        }
        return result;
    }

    public Optional<Parcel> named(String name) {
        return Optional.ofNullable(named(List.of(name)).get(name));
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

    /** All attempts to buy a label for a package, oldest first. */
    public List<Label> labels(long packageId) {
        return labels.of(parcels.find(List.of(packageId)));
    }

    /** The shipments of orders, oldest first. */
    /** What carriers were asked about labels and have not answered. */
    public Backlog asked(LabelState state) {
        return labels.asked(state);
    }

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
