package dev.orderwright.promising;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One way a demand could be delivered if it were ordered now; nothing is held for it.
 *
 * @param method {@code STANDARD} or {@code EXPRESS}
 * @param costMinor what carriage of everything that is there costs, in minor units
 * @param shipments how many shipments leave now
 * @param complete true when nothing is short
 * @param shipOn the day the last part leaves; null when a part has no known date
 * @param deliverOn the day the last part arrives; null when a part has no known date
 */
public record DeliveryOption(
        String method,
        long costMinor,
        String currency,
        int shipments,
        boolean complete,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn,
        Plan plan) {}
