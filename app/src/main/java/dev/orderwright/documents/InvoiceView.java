package dev.orderwright.documents;

import java.util.List;

/** An invoice; its heading's facts carry date, due date, and the references to order and shipment. */
public record InvoiceView(Parties parties, Heading heading, Bill bill, Settlement settlement) {

    /** The money: lines, tax per rate, totals. */
    public record Bill(List<Line> lines, List<Tax> taxes, Totals totals) {

        public Bill {
            lines = List.copyOf(lines);
            taxes = List.copyOf(taxes);
        }
    }

    /** One billed item or charge. */
    public record Line(String number, Item item, String quantity, Price price) {}

    /** The sum of one tax rate: its name ("VAT 20%"), the net amount it applies to, the tax, and both together. */
    public record Tax(String name, String net, String tax, String gross) {}

    /**
     * Where the money stands: a short status ("Paid", "Due", "Overdue"), what it means here ("Please pay £34.20 by Wed
     * 31 Dec 2025"), details such as bank account and payment reference, and notes the law asks for.
     */
    public record Settlement(String status, String summary, List<Detail> details, List<String> notes) {

        public Settlement {
            details = List.copyOf(details);
            notes = List.copyOf(notes);
        }
    }
}
