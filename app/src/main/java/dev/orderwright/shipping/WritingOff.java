package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives up on parcels: their units count as lost, so that the order can come to its end. */
@Component
class WritingOff {

    private final OrderSlices slices;
    private final ParcelStore store;

    WritingOff(OrderSlices slices, ParcelStore store) {
        this.slices = slices;
        this.store = store;
    }

    PackResult writeOff(Run run, WriteOff wish) {
        Parcel known =
                store.find(List.of(wish.packageId())).stream().findFirst().orElse(null);
        if (known == null) {
            return PackingTable.unknown();
        }
        LockedOrders orders = slices.lock(run, List.of(known.orderId()));
        Parcel parcel = store.find(List.of(wish.packageId())).getFirst();
        Optional<Refusal> stale = Versions.stale(wish.version(), parcel.version(), parcel.number());
        if (stale.isPresent()) {
            return PackResult.refused(parcel, List.of(stale.get()));
        }
        PackageEvent event = wish.damaged() ? PackageEvent.SPOIL : PackageEvent.LOSE;
        if (!PackageTransitions.isLegal(parcel.state(), event)) {
            return PackResult.refused(
                    parcel,
                    List.of(Refusal.of(
                            "not-under-way",
                            t("shipping.refusal.isOnlyWhatIsUnder", parcel.number(), parcel.state()))));
        }
        if (wish.reason().isBlank()) {
            return PackResult.refused(
                    parcel, List.of(Refusal.of("no-reason", "reason", t("shipping.refusal.givingAParcelUpNeeds"))));
        }
        Parcel lost = parcel.in(event.to());
        store.update(List.of(lost), run.at());
        List<SliceChange> changes = new ArrayList<>();
        for (Slice slice : orders.get(parcel.orderId()).slices(SliceState.SHIPPED)) {
            if (slice.packageId() != null && slice.packageId() == parcel.id()) {
                changes.add(SliceChange.of(slice, SliceEvent.LOSE));
            }
        }
        slices.apply(run, orders, changes);
        run.orderFact(
                parcel.orderId(),
                "PackageWrittenOff",
                Facts.data(
                        "package",
                        parcel.number(),
                        "state",
                        lost.state().name(),
                        "reason",
                        wish.reason().strip()));
        return PackResult.of(lost);
    }
}
