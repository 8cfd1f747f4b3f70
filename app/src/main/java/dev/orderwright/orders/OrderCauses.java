package dev.orderwright.orders;

import java.time.Duration;
import java.util.Locale;

/** What the causes of exceptions about orders are called, for whoever leads to them. */
public final class OrderCauses {

    /** Orders that are past their day and not held. */
    public static final String LATE = "late";

    /** Most payments come within minutes, and their holds go by themselves: until then they are no exceptions. */
    public static final Duration PAYMENTS_TAKE = Duration.ofHours(24);

    private OrderCauses() {}

    /** Orders with a hold of a type. */
    public static String held(HoldType type) {
        return "held-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
