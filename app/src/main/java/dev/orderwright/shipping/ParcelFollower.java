package dev.orderwright.shipping;

import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderParticipant;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Follows the units: a closed package out of which units were cancelled is open again, because somebody must take them
 * out; its label is given back. A package out of which everything was cancelled is void.
 */
@Component
class ParcelFollower implements OrderParticipant {

    private final ParcelStore store;
    private final LabelRequests labels;
    private final LeaseClock clock;

    ParcelFollower(ParcelStore store, LabelRequests labels, LeaseClock clock) {
        this.store = store;
        this.labels = labels;
        this.clock = clock;
    }

    @Override
    public void changed(Run run, LockedOrders orders, List<AppliedChange> changes) {
        Set<Long> touched = new TreeSet<>();
        for (AppliedChange change : changes) {
            Long packageId = change.before().packageId();
            if (packageId != null && change.event() == SliceEvent.CANCEL) {
                touched.add(packageId);
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        List<Parcel> labelled = new ArrayList<>();
        List<Parcel> changed = new ArrayList<>();
        for (Parcel parcel : store.find(touched)) {
            boolean empty = isEmpty(parcel, orders.get(parcel.orderId()));
            if (parcel.hasLabel()) {
                labelled.add(parcel);
            }
            if (empty) {
                changed.add(parcel.withoutLabel(PackageState.VOIDED));
                ParcelFacts.voided(run, parcel, "everything in it was cancelled");
            } else if (parcel.state() == PackageState.OPEN) {
                changed.add(parcel);
            } else {
                changed.add(parcel.withoutLabel(PackageState.OPEN));
                ParcelFacts.reopened(run, parcel, "units in it were cancelled and must be taken out");
            }
        }
        labels.voidLabels(run, labelled, clock.now());
        store.update(changed, run.at());
    }

    private static boolean isEmpty(Parcel parcel, LockedOrder order) {
        return order.slices().stream()
                .noneMatch(slice -> slice.packageId() != null && slice.packageId() == parcel.id());
    }
}
