package dev.orderwright.verification;

import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.geo.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the checks see it, before it is taken.
 *
 * @param orderId under which it will be known
 * @param customerId null for a guest, who is known by e-mail, phone or address
 * @param totalMinor with tax, in minor units of the currency
 */
public record Submission(
        long orderId,
        Instant at,
        String channel,
        @Nullable Long customerId,
        String email,
        String phone,
        PostalAddress shipTo,
        String currency,
        long totalMinor,
        List<Line> lines) {

    /**
     * A line of it.
     *
     * @param quantity in whole units
     * @param unitPrice net, per whole unit
     * @param listPrice null when the list is in another currency
     * @param units how much of the item one orders at once
     */
    public record Line(
            long itemId,
            String sku,
            BigDecimal quantity,
            BigDecimal unitPrice,
            @Nullable BigDecimal listPrice,
            SaleUnits units) {}
}
