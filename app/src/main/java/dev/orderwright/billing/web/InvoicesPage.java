package dev.orderwright.billing.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of invoices.
 *
 * @param view the word of the view that is shown
 * @param customer the number in the filter, empty for everybody's
 */
public record InvoicesPage(
        List<Tab> tabs,
        String view,
        String customer,
        boolean filtered,
        List<AgingRow> aging,
        List<Row> rows,
        Pager pager) {

    /** What is open in one currency, by age. */
    public record AgingRow(String currency, Bucket notDue, List<Bucket> overdue, String total) {}

    /**
     * What is open in one age.
     *
     * @param chip how it is shown when somebody should look at it, null for plainly
     */
    public record Bucket(
            String label, String amount, @Nullable Chip chip) {}

    /**
     * One invoice.
     *
     * @param open empty when nothing is
     */
    public record Row(
            String number,
            String url,
            String order,
            String orderUrl,
            String customer,
            String customerNumber,
            String issued,
            String due,
            Chip state,
            String total,
            String open) {}
}
