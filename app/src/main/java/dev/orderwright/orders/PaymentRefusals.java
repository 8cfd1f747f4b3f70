package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import java.time.Instant;
import java.util.Optional;

/** Why the payment of an order does not come, as whoever asks the payment providers knows it. Declared here for them. */
public interface PaymentRefusals {

    /** What the provider has said last, if it was no; empty while it is asked again and once a payment is authorised. */
    Optional<PaymentRefusal> lastOf(long orderId);

    /**
     * A payment that was to be authorised and was refused.
     *
     * @param method by which it was to be paid, such as {@code card}
     * @param code the provider's, such as {@code declined}
     * @param reason in the provider's words
     */
    record PaymentRefusal(String method, long amountMinor, String code, String reason, Instant at) {

        /** What makes the order go on. */
        public String whatToDo() {
            return t("orders.paymentRefusals.whatToDo");
        }
    }
}
