package dev.orderwright.geo;

/**
 * What makes one doubt that goods arrive at an address.
 *
 * @param part where it stands
 * @param found what stands there
 * @param expected what one would expect: an example, or the region in which the postcode lies; empty when nothing is known
 */
public record AddressDoubt(Kind kind, AddressPart part, String found, String expected) {

    /** Why. */
    public enum Kind {
        /** A part is missing without which nothing arrives in that country. */
        MISSING,
        /** The postcode does not look like one of that country. */
        NOT_A_POSTCODE,
        /** The country has no such state or province. */
        NOT_A_REGION,
        /** The postcode lies in another region. */
        ELSEWHERE
    }
}
