package dev.orderwright.geo;

/** A part of an address, with the letter that stands for it in the patterns of libaddressinput. */
public enum AddressPart {
    NAME('N'),
    COMPANY('O'),
    /** All lines of it. */
    STREET('A'),
    /** A part of a city; we have no field for it. */
    DISTRICT('D'),
    CITY('C'),
    /** State, province, county, prefecture. */
    REGION('S'),
    POSTCODE('Z'),
    /** A number for the post alone; we have no field for it. */
    SORTING_CODE('X');

    private final char letter;

    AddressPart(char letter) {
        this.letter = letter;
    }

    static AddressPart of(char letter) {
        for (AddressPart part : values()) {
            if (part.letter == letter) {
                return part;
            }
        }
        throw new IllegalArgumentException("no part of an address has the letter " + letter);
    }
}
