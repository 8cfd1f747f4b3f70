package dev.orderwright.orders.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at when an order came.
 *
 * @param policyUrl what the version says
 */
public record OrderChecks(List<Row> rows, int policyVersion, String policyUrl) {

    /**
     * @param verdict null when the check let the order pass
     * @param order number of another order that the words speak of
     */
    public record Row(
            String check,
            @Nullable Chip verdict,
            String words,
            @Nullable String order) {}
}
