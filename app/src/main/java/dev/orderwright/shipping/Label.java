package dev.orderwright.shipping;

import java.time.Instant;

/**
 * The purchase of a label for a package.
 *
 * @param attempt which one it is for its package; each may be bought once
 * @param product the carrier's name for its service
 * @param route the short code that the carrier sorts by; may be empty
 * @param problem why it was not bought or not taken back; else empty
 */
public record Label(
        long orderId,
        long packageId,
        int attempt,
        String carrier,
        LabelState state,
        LabelWish wish,
        String trackingNumber,
        String product,
        String route,
        long priceMinor,
        String currency,
        String problem,
        int tries,
        Instant requestedAt) {

    /** The longest id has so many digits; all keys are as long, so that no two can be read as one. */
    private static final int KEY_ID_LENGTH = 13;

    /** What carriers know it by. */
    static String key(long packageId, int attempt) {
        String id = Long.toString(packageId, Character.MAX_RADIX);
        return "0".repeat(KEY_ID_LENGTH - id.length()) + id + "-" + attempt;
    }

    Label bought(Carrier.Bought answer, LabelState newState) {
        return new Label(
                orderId,
                packageId,
                attempt,
                carrier,
                newState,
                wish,
                answer.trackingNumber(),
                answer.product(),
                answer.route(),
                answer.priceMinor(),
                answer.currency(),
                "",
                tries,
                requestedAt);
    }

    Label in(LabelState newState, String newProblem) {
        if (!state.next().contains(newState)) {
            throw new IllegalStateException("a label does not go from " + state + " to " + newState + ": " + this);
        }
        return new Label(
                orderId,
                packageId,
                attempt,
                carrier,
                newState,
                wish,
                trackingNumber,
                product,
                route,
                priceMinor,
                currency,
                newProblem,
                tries,
                requestedAt);
    }
}
