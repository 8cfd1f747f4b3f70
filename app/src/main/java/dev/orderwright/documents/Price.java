package dev.orderwright.documents;

/** The money of one line as printed: price of one unit, tax rate, amount of the line. */
public record Price(String unit, String tax, String amount) {

    /** For lines of documents without prices. */
    public static final Price NONE = new Price("", "", "");
}
