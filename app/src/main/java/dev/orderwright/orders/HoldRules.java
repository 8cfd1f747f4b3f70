package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Holds.Wish;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which holds may be placed. */
final class HoldRules {

    private HoldRules() {}

    /** @param locked the orders that the wishes are about, as far as there are such */
    static List<Refusal> refusals(List<Wish> wishes, LockedOrders locked, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            check(now, "holds[" + i + "]", wishes.get(i), locked, refusals);
        }
        return refusals;
    }

    private static void check(Instant now, String field, Wish wish, LockedOrders locked, List<Refusal> refusals) {
        if (wish.reason().isBlank()) {
            refusals.add(Refusal.of("no-reason", field + ".reason", t("orders.refusal.aHoldNeedsAReason")));
        }
        if (wish.until() != null && !wish.until().isAfter(now)) {
            refusals.add(Refusal.of("date-in-past", field + ".until", t("orders.refusal.theEndOfTheHold")));
        }
        if (wish.orderId() == null) {
            return;
        }
        LockedOrder order = locked.find(wish.orderId()).orElse(null);
        if (order == null) {
            refusals.add(Refusal.of("unknown-order", field + ".orderId", t("orders.refusal.thereIsNoSuchOrder")));
        } else if (!order.head().lifecycle().isOpen()) {
            refusals.add(Refusal.of(
                    "order-ended",
                    field,
                    t("orders.refusal.orderHasEnded", order.head().number())));
        } else if (wish.scope() == HoldScope.LINE
                && order.findLine(wish.lineNo()).isEmpty()) {
            refusals.add(Refusal.of(
                    "unknown-line", field + ".lineNo", t("orders.refusal.theOrderHasNoLine2", wish.lineNo())));
        }
    }
}
