package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Refusal;
import java.util.List;
import java.util.Optional;

/** When a package may leave. Pure. */
final class HandOverRules {

    private HandOverRules() {}

    /** Why a package may not be handed to its carrier now. */
    static Optional<Refusal> mayLeave(Parcel parcel, LockedOrder order, List<CancelRequest> asked) {
        if (parcel.state() != PackageState.LABELLED) {
            return Optional.of(Refusal.of(
                    parcel.state().isAtNode() ? "no-label" : "already-gone",
                    t("shipping.refusal.isOnlyPackagesWithA", parcel.number(), parcel.state())));
        }
        List<Slice> contents = contents(parcel, order);
        if (contents.isEmpty()) {
            throw new IllegalStateException("a labelled package with nothing in it: " + parcel);
        }
        for (Slice slice : contents) {
            if (asked.stream().anyMatch(request -> request.touches(slice))) {
                return Optional.of(
                        Refusal.of("cancel-asked", t("shipping.refusal.somebodyWantsToCancelUnits", parcel.number())));
            }
            Optional<Hold> hold = order.blocked(HoldBlock.SHIP, slice);
            if (hold.isPresent()) {
                return Optional.of(Refusal.of(
                        "held",
                        t(
                                "shipping.refusal.mayNotLeaveNow",
                                parcel.number(),
                                hold.get().why().words())));
            }
        }
        return Optional.empty();
    }

    /** The packed units in a package. */
    static List<Slice> contents(Parcel parcel, LockedOrder order) {
        return order.slices().stream()
                .filter(slice -> slice.packageId() != null && slice.packageId() == parcel.id())
                .filter(slice -> slice.state() == SliceState.PACKED)
                .toList();
    }
}
