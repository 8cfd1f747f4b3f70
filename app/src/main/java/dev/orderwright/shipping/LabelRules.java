package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

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
            return Optional.of(
                    Refusal.of("label-bought", t("shipping.refusal.hasItsLabelAlreadyPrint", parcel.number())));
        }
        if (parcel.state() != PackageState.SEALED) {
            return Optional.of(
                    Refusal.of("not-sealed", t("shipping.refusal.isCloseItFirst", parcel.number(), parcel.state())));
        }
        if (cancelAsked) {
            return Optional.of(
                    Refusal.of("cancel-asked", t("shipping.refusal.somebodyWantsToCancelUnits2", work.number())));
        }
        return partial ? Optional.empty() : complete(order, work, siblings);
    }

    private static Optional<Refusal> complete(OrderHead order, FulfilmentOrder work, List<Parcel> siblings) {
        boolean open = siblings.stream().anyMatch(sibling -> sibling.state() == PackageState.OPEN);
        if (open || work.progress().compareTo(FulfilmentState.PACKED) < 0) {
            return Optional.of(Refusal.of("not-complete", t("shipping.refusal.notEveryUnitOfIs", work.number())));
        }
        if (order.shipComplete() && (order.has(SliceState.BACKORDERED) || order.has(SliceState.AWAITING_SUPPLY))) {
            return Optional.of(
                    Refusal.of("ship-complete", t("shipping.refusal.isToBeShippedComplete", order.number())));
        }
        return Optional.empty();
    }
}
