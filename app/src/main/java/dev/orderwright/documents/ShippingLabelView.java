package dev.orderwright.documents;

import java.util.List;
import java.util.regex.Pattern;

/** A shipping label of 100 × 150 mm (it fits 4 × 6 in). The tracking number is printed as a Code 128
 * barcode and therefore has at most 30 letters, digits, blanks and the marks {@code . / -}. */
public record ShippingLabelView(
        Party from, Party to, Service service, String tracking, Parcel parcel, List<Detail> references) {

    private static final Pattern TRACKING = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./-]{0,29}");

    public ShippingLabelView {
        if (!TRACKING.matcher(tracking).matches()) {
            throw new IllegalArgumentException("No barcode for a label can be made of tracking number: " + tracking);
        }
        references = List.copyOf(references);
    }

    /** Carrier, product, and the short sort code that the carrier's people read from a distance (may be empty). */
    public record Service(String carrier, String product, String route) {}

    /** The parcel: "2 of 3", weight, SSCC of 18 digits or empty, and handling marks such as "FRAGILE". */
    public record Parcel(int number, int count, String weight, String sscc, List<String> handling) {

        public Parcel {
            if (!sscc.isEmpty() && !Gs1.isSscc(sscc)) {
                throw new IllegalArgumentException("Not an SSCC: " + sscc);
            }
            handling = List.copyOf(handling);
        }
    }
}
