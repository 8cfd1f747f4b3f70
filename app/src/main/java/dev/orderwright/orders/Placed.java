package dev.orderwright.orders;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a placed order.
 *
 * @param confirmed false while a hold keeps it from being confirmed
 * @param estimatedDelivery the day by which all of it should arrive, null while some part has no date
 * @param unitsReserved in the items' smallest units
 * @param unitsBackordered waiting for supply
 * @param holds types of the holds it got
 * @param warnings what the checks noticed without refusing
 * @param placedBefore true when it was there already, under another key
 */
public record Placed(
        long orderId,
        String number,
        int version,
        boolean confirmed,
        String currency,
        long totalMinor,
        @Nullable LocalDate estimatedDelivery,
        long unitsReserved,
        long unitsBackordered,
        List<String> holds,
        List<String> warnings,
        boolean placedBefore) {}
