package dev.orderwright.documents;

import java.util.List;

/** What is in a package. The heading's number is the order number; what follows later is listed below the contents. */
public record PackingSlipView(
        Parties parties, Heading heading, Box box, List<Line> lines, List<Later> later, Variant variant) {

    public PackingSlipView {
        lines = List.copyOf(lines);
        later = List.copyOf(later);
    }

    /** The package: its own code (printed as a barcode), "2 of 3", and details such as weight, carrier and tracking. */
    public record Box(String code, int number, int count, List<Detail> details) {

        public Box {
            details = List.copyOf(details);
        }
    }

    /** One packed item; the price is printed by the priced variant only. */
    public record Line(Item item, String ordered, String packed, Price price) {}

    /** Something that is not in this package, and when or how it comes. */
    public record Later(Item item, String quantity, String when) {}

    /** How much the slip tells its reader. */
    public sealed interface Variant {}

    /** Contents only. */
    public record Plain() implements Variant {}

    /** Contents with prices and totals. */
    public record Priced(Totals totals) implements Variant {}

    /** For a gift: no price, no buyer's address; a greeting instead. */
    public record Gift(String from, String message) implements Variant {}
}
