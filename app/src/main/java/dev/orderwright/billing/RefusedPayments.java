package dev.orderwright.billing;

import dev.orderwright.orders.PaymentRefusals;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells orders why their payment does not come. */
@Component
class RefusedPayments implements PaymentRefusals {

    private final PaymentReadStore payments;

    RefusedPayments(PaymentReadStore payments) {
        this.payments = payments;
    }

    @Override
    public Optional<PaymentRefusal> lastOf(long orderId) {
        return OrderBilling.refusedAuthorisation(payments.transactions(orderId))
                .map(refused -> new PaymentRefusal(
                        refused.method(),
                        refused.amountMinor(),
                        Objects.requireNonNullElse(refused.failureCode(), ""),
                        Objects.requireNonNullElse(refused.failureReason(), "no reason was given"),
                        Objects.requireNonNullElse(refused.answeredAt(), refused.requestedAt())));
    }
}
