package dev.orderwright.shipping;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Refusal;
import java.util.List;
import java.util.Optional;

/** When a label may be bought. Pure. */
final class LabelRules {

    private LabelRules() {}

    /**
     * Why no label may be bought for a package now.
     *
     * @param siblings all packages of its work, with itself
     * @param cancelAsked whether somebody waits for an answer whether units of the work can be cancelled
     * @param partial a person has chosen to ship what is packed and let the rest follow
     */
    static Optional<Refusal> mayBuy(
            Parcel parcel,
            OrderHead order,
            FulfilmentOrder work,
            List<Parcel> siblings,
            boolean cancelAsked,
            boolean partial) {
        if (parcel.hasLabel()) {
            return Optional.of(Refusal.of(
                    "label-bought", parcel.number() + " has its label already; print it again, or void it first."));
        }
        if (parcel.state() != PackageState.SEALED) {
            return Optional.of(
                    Refusal.of("not-sealed", parcel.number() + " is " + parcel.state() + "; close it first."));
        }
        if (cancelAsked) {
            return Optional.of(Refusal.of(
                    "cancel-asked", "Somebody wants to cancel units of " + work.number() + ": answer that first."));
        }
        return partial ? Optional.empty() : complete(order, work, siblings);
    }

    private static Optional<Refusal> complete(OrderHead order, FulfilmentOrder work, List<Parcel> siblings) {
        boolean open = siblings.stream().anyMatch(sibling -> sibling.state() == PackageState.OPEN);
        if (open || work.progress().compareTo(FulfilmentState.PACKED) < 0) {
            return Optional.of(Refusal.of(
                    "not-complete",
                    "Not every unit of " + work.number()
                            + " is scanned into a closed package yet; pack the rest, or choose to ship a part."));
        }
        if (order.shipComplete() && (order.has(SliceState.BACKORDERED) || order.has(SliceState.AWAITING_SUPPLY))) {
            return Optional.of(Refusal.of(
                    "ship-complete",
                    order.number() + " is to be shipped complete and still waits for stock; choose to ship a part."));
        }
        return Optional.empty();
    }
}
