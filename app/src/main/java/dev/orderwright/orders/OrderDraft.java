package dev.orderwright.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a channel asks for. Nothing in it is trusted: {@link OrderChecks} says what is wrong with it, by field.
 *
 * @param channel typed origin: {@code web}, {@code phone}, {@code retail} …
 * @param externalId the channel's own number for the order; the same twice gives the same order
 * @param customer the customer's number, null for a guest
 * @param method {@code STANDARD} or {@code EXPRESS}
 * @param shipmentsMax 0 for no limit
 * @param onlyNode code of the node a person has chosen, null to let the sourcing decide
 * @param discountMinor off the whole order, spread over its lines
 * @param shippingMinor charged for the whole order, spread over its lines
 * @param ifShort what is to become of it when not everything is in stock
 */
public record OrderDraft(
        String channel,
        String externalId,
        @Nullable String customer,
        String currency,
        @Nullable Integer priority,
        @Nullable LocalDate requestedOn,
        String method,
        boolean shipComplete,
        int shipmentsMax,
        @Nullable String onlyNode,
        PaymentTerms terms,
        @Nullable Payment payment,
        Address shipTo,
        @Nullable Address billTo,
        List<Line> lines,
        long discountMinor,
        long shippingMinor,
        String comment,
        IfShort ifShort) {

    /** The same under another number of the channel. */
    OrderDraft numbered(String number) {
        return new OrderDraft(
                channel,
                number,
                customer,
                currency,
                priority,
                requestedOn,
                method,
                shipComplete,
                shipmentsMax,
                onlyNode,
                terms,
                payment,
                shipTo,
                billTo,
                lines,
                discountMinor,
                shippingMinor,
                comment,
                ifShort);
    }

    /** The most lines of one order. */
    public static final int LINES_MAX = 5_000;

    /**
     * One wished line.
     *
     * @param quantity in whole units, with at most the item's decimals
     * @param unitPrice net, null for the list price
     * @param description null for the catalogue's
     */
    public record Line(
            String sku,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable String description) {}

    /**
     * How a prepaid order is paid. Card numbers never come here: a token stands for the card.
     *
     * @param method {@code card}, {@code wallet} …
     * @param token the provider's token for the payer's means
     * @param authorisation the provider's reference when the channel has already had it authorised, else null
     * @param authorisedMinor how much was authorised then
     */
    public record Payment(
            String method, String token, @Nullable String authorisation, long authorisedMinor) {}
}
