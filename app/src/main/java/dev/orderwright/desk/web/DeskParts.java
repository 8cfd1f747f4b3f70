package dev.orderwright.desk.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes on the desk while somebody types.
 *
 * @param buyer null while it is still the one whose fields are shown
 * @param terms null while they are still those that are shown
 */
public record DeskParts(
        Sum sum,
        List<Line> lines,
        List<Method> methods,
        @Nullable Buyer buyer,
        @Nullable Terms terms) {

    /**
     * Who buys.
     *
     * @param shown for whom these fields are
     * @param shownPlace the address that was chosen when they were made
     * @param number set aside for a guest who is to become a customer
     * @param url of the page of the customer, empty where there is none to be seen
     * @param places addresses to choose from, null where there are none
     * @param typed the fields of an address that is typed, empty while a known one is used
     * @param error why the one who was looked for is none, empty for nothing
     * @param focus id of the field to go on in, empty for none
     */
    public record Buyer(
            String shown,
            String shownPlace,
            String find,
            String customer,
            boolean guest,
            boolean mayKeep,
            boolean keep,
            String number,
            String name,
            String url,
            List<Chip> chips,
            List<KeyValue> facts,
            @Nullable Field places,
            @Nullable Field billPlaces,
            List<Field> typed,
            String error,
            String focus) {

        public boolean isChosen() {
            return guest || !customer.isEmpty();
        }
    }

    /**
     * A line, with what is to be said of it.
     *
     * @param key by which the page knows it
     * @param sku or what was typed instead, while it is not understood
     * @param quantity as it was typed
     * @param stock what there is of it
     * @param promise when which part of it arrives
     * @param isShort whether some of it has to wait
     */
    public record Line(
            String key,
            String sku,
            String name,
            String quantity,
            String price,
            String total,
            String stock,
            List<String> promise,
            boolean isShort,
            List<String> problems) {

        static Line of(String key, String code, String quantity) {
            return new Line(key, code, "", quantity, "", "", "", List.of(), false, List.of());
        }
    }

    /** A way to deliver, and when all of it would be there. */
    public record Method(String value, String label, String date, boolean chosen) {}

    /** A way to pay. */
    public record PayChoice(String value, String label, String what, boolean chosen) {}

    /** What was agreed beside the goods. */
    public record Terms(
            List<Method> methods,
            Field wantedOn,
            boolean together,
            List<PayChoice> pays,
            Field token,
            Field charge,
            Field note) {}

    /**
     * What it all comes to.
     *
     * @param rows of the money, above the total
     * @param promise when all of it is there
     * @param warnings what will happen that somebody should say to the customer
     * @param missing what is still needed
     * @param problems what it would be refused for
     * @param said the same in one sentence, for who cannot see it
     */
    public record Sum(
            List<KeyValue> rows,
            String total,
            String promise,
            String how,
            List<String> warnings,
            List<String> missing,
            List<String> problems,
            String said) {}
}
