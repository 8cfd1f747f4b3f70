package dev.orderwright.shipping;

import org.jspecify.annotations.Nullable;

/**
 * A parcel that will not arrive any more, in a person's judgement.
 *
 * @param damaged whether it has come to light unfit, rather than not at all
 * @param version what the person saw; null when it does not matter
 */
public record WriteOff(
        long packageId,
        boolean damaged,
        String reason,
        @Nullable Integer version) {

    public WriteOff(long packageId, boolean damaged, String reason) {
        this(packageId, damaged, reason, null);
    }
}
