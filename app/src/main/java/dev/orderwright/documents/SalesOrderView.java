package dev.orderwright.documents;

import java.util.List;

/** An order confirmation. The heading's number is the order number and is printed as a barcode, too. */
public record SalesOrderView(
        Parties parties, Heading heading, Delivery delivery, List<Line> lines, Totals totals, List<String> terms) {

    public SalesOrderView {
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
    }

    /** When the order is expected to arrive, and how; the note may be empty. */
    public record Delivery(String estimatedDate, String note) {}

    /** One ordered line; its own delivery date is printed when it is not empty. */
    public record Line(String number, Item item, String quantity, Price price, String delivery) {}
}
