package dev.orderwright.billing;

import dev.orderwright.orders.OrderMoney;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is taken back of one invoice, because its goods came back.
 *
 * @param number for people, without gaps: {@code CN-100001}
 * @param money positive; it lowers what the customer owes
 */
public record CreditNote(
        long orderId,
        long id,
        String number,
        long invoiceId,
        @Nullable Long customerId,
        String currency,
        LocalDate issuedOn,
        Instant issuedAt,
        OrderMoney money) {}
