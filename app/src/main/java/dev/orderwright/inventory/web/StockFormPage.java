package dev.orderwright.inventory.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/**
 * A form about stock, with what it will change.
 *
 * @param effectUrl where the effect is computed while one types
 */
public record StockFormPage(
        String title,
        String explanation,
        String action,
        String effectUrl,
        String verb,
        List<Field> fields,
        List<Refusal> refusals,
        Effect effect) {

    /**
     * What will change, before it is booked.
     *
     * @param hints what else it will do, or why it cannot be done yet
     */
    public record Effect(List<Change> changes, List<String> hints) {

        static final Effect NONE = new Effect(List.of(), List.of());
    }

    /** @param impossible whether less than nothing would be left */
    public record Change(String item, String where, String what, String before, String after, boolean impossible) {}
}
