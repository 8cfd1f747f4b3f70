package dev.orderwright.shipping;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A package, in our hands or the carrier's.
 *
 * @param number for people and scanners: {@code PK-100042}
 * @param version goes up with each change
 */
public record Parcel(
        long orderId,
        long id,
        String number,
        String orderNumber,
        long fulfilmentId,
        long nodeId,
        PackageState state,
        Measures measures,
        Tag tag,
        Journey journey,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Weight and outer size; 0 where it was not taken. */
    public record Measures(long weightGrams, int lengthMm, int widthMm, int heightMm) {

        public static final Measures NONE = new Measures(0, 0, 0, 0);

        public Measures {
            if (weightGrams < 0 || lengthMm < 0 || widthMm < 0 || heightMm < 0) {
                throw new IllegalArgumentException("a package is not smaller than nothing");
            }
        }

        Measures withWeight(long grams) {
            return new Measures(grams, lengthMm, widthMm, heightMm);
        }
    }

    /**
     * The label that sticks on it.
     *
     * @param carrier empty without a label, like {@code trackingNumber}
     * @param attempt the last attempt to buy one, 0 before the first
     */
    public record Tag(String carrier, String trackingNumber, int attempt) {

        static final Tag NONE = new Tag("", "", 0);
    }

    /**
     * Its way to the customer.
     *
     * @param deliverOn the day its units were promised for when it left; the first one, when they differ
     */
    public record Journey(
            @Nullable Long shipmentId,
            @Nullable Instant handedOverAt,
            @Nullable LocalDate deliverOn,
            @Nullable Instant deliveredAt) {

        static final Journey NONE = new Journey(null, null, null, null);
    }

    public boolean hasLabel() {
        return !tag.trackingNumber().isEmpty();
    }

    /** True while the carrier has it and the day it was promised for has passed. */
    public boolean isLate(LocalDate today) {
        return state.isUnderWay()
                && journey.deliverOn() != null
                && journey.deliverOn().isBefore(today);
    }

    Parcel in(PackageState newState) {
        return with(newState, measures, tag, journey);
    }

    Parcel sealed(Measures taken) {
        return with(PackageState.SEALED, taken, tag, journey);
    }

    Parcel labelled(String carrier, String trackingNumber) {
        return with(PackageState.LABELLED, measures, new Tag(carrier, trackingNumber, tag.attempt()), journey);
    }

    Parcel attempting(int attempt) {
        return with(state, measures, new Tag(tag.carrier(), tag.trackingNumber(), attempt), journey);
    }

    /** Its label is good for nothing any more. */
    Parcel withoutLabel(PackageState newState) {
        return with(newState, measures, new Tag("", "", tag.attempt()), journey);
    }

    Parcel handedOver(long shipmentId, Instant at, @Nullable LocalDate deliverOn) {
        return with(PackageState.MANIFESTED, measures, tag, new Journey(shipmentId, at, deliverOn, null));
    }

    Parcel seen(PackageState newState, @Nullable Instant deliveredAt) {
        return with(
                newState,
                measures,
                tag,
                new Journey(journey.shipmentId(), journey.handedOverAt(), journey.deliverOn(), deliveredAt));
    }

    private Parcel with(PackageState newState, Measures newMeasures, Tag newTag, Journey newJourney) {
        return new Parcel(
                orderId,
                id,
                number,
                orderNumber,
                fulfilmentId,
                nodeId,
                newState,
                newMeasures,
                newTag,
                newJourney,
                createdAt,
                updatedAt,
                version);
    }
}
