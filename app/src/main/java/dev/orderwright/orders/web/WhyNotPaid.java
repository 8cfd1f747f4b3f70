package dev.orderwright.orders.web;

import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentRefusals;
import dev.orderwright.orders.PaymentRefusals.PaymentRefusal;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a payment hold does not know itself: that the payment provider has said no, and why. */
@Component
class WhyNotPaid {

    private final ObjectProvider<PaymentRefusals> refusals;

    WhyNotPaid(ObjectProvider<PaymentRefusals> refusals) {
        this.refusals = refusals;
    }

    /** Empty for orders that do not wait for their payment. */
    Optional<PaymentRefusal> of(OrderDetail order) {
        return order.holds().stream().anyMatch(WhyNotPaid::waits)
                ? refusals.stream()
                        .flatMap(module -> module.lastOf(order.head().id()).stream())
                        .findFirst()
                : Optional.empty();
    }

    static boolean waits(Hold hold) {
        return hold.isActive() && hold.type() == HoldType.PAYMENT;
    }
}
