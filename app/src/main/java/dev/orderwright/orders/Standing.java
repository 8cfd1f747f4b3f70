package dev.orderwright.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the priority formula looks at of an order.
 *
 * @param priority 0 low to 9 high, 5 normal: that of the order, or else of its customer
 * @param valueMinor what the customer pays, in minor units of the order's currency
 * @param dueOn the day that was first promised, or else wished; null for none
 */
public record Standing(
        int priority,
        String channel,
        long valueMinor,
        @Nullable LocalDate dueOn,
        Instant placedAt) {

    public static Standing of(OrderHead head) {
        return new Standing(
                head.priority(),
                head.channel(),
                head.money().total(),
                head.promisedOn() == null ? head.requestedOn() : head.promisedOn(),
                head.placedAt());
    }

    /** An order without a day is due on the day it was placed. */
    LocalDate due() {
        return Objects.requireNonNullElseGet(dueOn, () -> LocalDate.ofInstant(placedAt, ZoneOffset.UTC));
    }
}
