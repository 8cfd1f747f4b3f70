package dev.orderwright.shipping;

/**
 * A parcel that will not arrive any more, in a person's judgement.
 *
 * @param damaged whether it has come to light unfit, rather than not at all
 */
public record WriteOff(long packageId, boolean damaged, String reason) {}
