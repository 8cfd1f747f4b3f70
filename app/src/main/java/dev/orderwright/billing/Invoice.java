package dev.orderwright.billing;

import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one shipment of an order costs, as it was sent to the customer, and where its payment stands.
 *
 * @param number for people, without gaps: {@code INV-100001}
 * @param money as issued; never changes
 * @param settledAt when the last of it was paid, credited or written off
 */
public record Invoice(
        long orderId,
        long id,
        String number,
        String orderNumber,
        @Nullable Long customerId,
        PaymentTerms terms,
        String currency,
        LocalDate issuedOn,
        LocalDate dueOn,
        Instant issuedAt,
        OrderMoney money,
        InvoiceAmounts amounts,
        InvoiceState state,
        @Nullable Instant settledAt) {

    public boolean isOverdue(LocalDate today) {
        return state.isOpen() && dueOn.isBefore(today);
    }

    Invoice with(InvoiceAmounts changed) {
        return new Invoice(
                orderId,
                id,
                number,
                orderNumber,
                customerId,
                terms,
                currency,
                issuedOn,
                dueOn,
                issuedAt,
                money,
                changed,
                state,
                settledAt);
    }

    InvoiceBalance balance() {
        return new InvoiceBalance(orderId, id, number, customerId, terms, currency, amounts, state);
    }
}
