package dev.orderwright.whatif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param from orders that were placed from then on
 * @param until exclusive
 * @param channel null for orders of all channels
 * @param base the version to compare with; null for those that were in force when each order was placed
 * @param test the version that is tried out
 */
public record WhatIfWish(
        Instant from,
        Instant until,
        @Nullable String channel,
        @Nullable Integer base,
        int test) {}
