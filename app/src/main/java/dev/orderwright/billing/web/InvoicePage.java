package dev.orderwright.billing.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * One invoice: its lines and taxes, where its money stands, and what can be done about it now.
 *
 * @param notice what somebody should know first, empty for nothing
 * @param noticeUrl where that is settled, empty for nowhere
 * @param refusals what was wrong with the form that was sent, and no field of it shows
 */
public record InvoicePage(
        String number,
        String url,
        List<Chip> chips,
        String notice,
        String noticeUrl,
        List<Refusal> refusals,
        List<Line> lines,
        List<Tax> taxes,
        List<KeyValue> sums,
        List<KeyValue> facts,
        List<KeyValue> standing,
        List<Entry> settlements,
        List<Note> creditNotes,
        List<String> billTo,
        List<String> shipTo,
        List<Form> forms) {

    /** Some units of an order line. */
    public record Line(
            int position,
            String sku,
            String description,
            String quantity,
            String unitPrice,
            String net,
            String discount,
            String shipping,
            String tax,
            String total) {}

    /** What one tax rate comes to. */
    public record Tax(String name, String taxable, String tax) {}

    /** Money that came in, or left. */
    public record Entry(String when, String what, String reference, String who, String amount) {}

    /** A credit note on it. */
    public record Note(String number, String url, String issued, String total) {}

    /**
     * Something that can be done with it.
     *
     * @param key the key that opens it
     * @param effect what it will change, said before it is done
     * @param open true when it was sent and is shown again with its errors
     */
    public record Form(
            String title,
            String key,
            String action,
            String effect,
            String button,
            boolean danger,
            List<Field> fields,
            boolean open) {}

    /**
     * The page of a credit note: what is taken back of which invoice.
     *
     * @param outcome what became of the money, in a sentence
     */
    public record CreditNotePage(
            String number,
            String url,
            String outcome,
            List<Line> lines,
            List<Tax> taxes,
            List<KeyValue> sums,
            List<KeyValue> facts,
            List<String> billTo) {}
}
