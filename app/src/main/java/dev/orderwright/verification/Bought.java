package dev.orderwright.verification;

import java.time.Instant;

/**
 * That somebody has bought something.
 *
 * @param party who, as a number
 * @param content what, as a number: equal for the same quantities of the same items
 */
record Bought(long party, long orderId, long content, Instant at) {}
