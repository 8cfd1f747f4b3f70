package dev.orderwright.desk;

import dev.orderwright.orders.Address;
import dev.orderwright.shared.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order as far as somebody has typed it, letter by letter; nothing in it need make sense yet.
 *
 * @param entry the line that is being typed, which is not among the others yet
 * @param language in whose way its numbers are written
 * @param sent whether it was sent and nobody knows yet what became of it
 */
public record PhoneOrder(
        Buyer buyer,
        Delivery delivery,
        List<Line> lines,
        Line entry,
        Paying paying,
        String note,
        String language,
        boolean sent) {

    private static final Address NOWHERE = new Address("", "", "", "", "", "", "", "", "", "");

    public PhoneOrder {
        lines = List.copyOf(lines);
    }

    /**
     * Who buys.
     *
     * @param find what he is looked for by
     * @param customer his number, empty while none is chosen
     * @param guest whether he need not be a customer
     * @param keep whether the guest is to become a customer
     * @param number the number set aside for him then
     */
    public record Buyer(String find, String customer, boolean guest, boolean keep, String number) {

        public static final Buyer NOBODY = new Buyer("", "", false, false, "");

        public boolean isChosen() {
            return guest || !customer.isEmpty();
        }

        Buyer numbered(String another) {
            return new Buyer(find, customer, guest, keep, another);
        }

        /** The guest as the customer that he has become. */
        Buyer kept() {
            return new Buyer("", number, false, false, number);
        }
    }

    /**
     * Where the goods go, how and when.
     *
     * @param place key of an address of earlier orders, empty for the typed one
     * @param billPlace key of an address of earlier invoices, empty for the one of the goods
     * @param wantedOn as an ISO date
     * @param together whether all of it is to leave at once
     */
    public record Delivery(
            String place, String billPlace, Address typed, String method, String wantedOn, boolean together) {}

    /**
     * An item and how much of it.
     *
     * @param code its SKU or barcode
     */
    public record Line(String code, String quantity) {

        public static final Line NONE = new Line("", "");
    }

    /**
     * The money side.
     *
     * @param charge for delivery, net
     */
    public record Paying(Pay how, String token, String charge) {}

    /** One of which nothing is typed. */
    public static PhoneOrder blank() {
        return new PhoneOrder(
                Buyer.NOBODY,
                new Delivery("", "", NOWHERE, "STANDARD", "", false),
                List.of(),
                Line.NONE,
                new Paying(Pay.LATER, "", ""),
                "",
                Texts.language().code(),
                false);
    }

    /** Whether it would be a pity to lose it. */
    public boolean hasContent() {
        return buyer.isChosen()
                || !lines.isEmpty()
                || Stream.of(buyer.find(), entry.code(), note).anyMatch(typed -> !typed.isBlank());
    }

    public PhoneOrder with(Buyer other) {
        return new PhoneOrder(other, delivery, lines, entry, paying, note, language, sent);
    }

    PhoneOrder with(Delivery other) {
        return new PhoneOrder(buyer, other, lines, entry, paying, note, language, sent);
    }

    PhoneOrder with(Paying other) {
        return new PhoneOrder(buyer, delivery, lines, entry, other, note, language, sent);
    }

    /** The same with other lines and nothing being typed. */
    PhoneOrder with(List<Line> others) {
        return new PhoneOrder(buyer, delivery, others, Line.NONE, paying, note, language, sent);
    }

    PhoneOrder in(String otherLanguage) {
        return new PhoneOrder(buyer, delivery, lines, entry, paying, note, otherLanguage, sent);
    }

    PhoneOrder sent(boolean whether) {
        return new PhoneOrder(buyer, delivery, lines, entry, paying, note, language, whether);
    }
}
