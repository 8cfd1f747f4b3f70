package dev.orderwright.inventory.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
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
        Effect effect) {}
