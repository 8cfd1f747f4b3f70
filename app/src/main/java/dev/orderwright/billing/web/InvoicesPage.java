package dev.orderwright.billing.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * The list of invoices.
 *
 * @param view the word of the view that is shown
 * @param age the word of the age that is shown alone; empty for all ages
 * @param customer the number in the filter, empty for everybody's
 */
public record InvoicesPage(
        List<Tab> tabs,
        String view,
        String age,
        String customer,
        boolean filtered,
        List<AgingRow> aging,
        List<Row> rows,
        Pager pager) {

    /** What is open in one currency, by age. */
    public record AgingRow(String currency, List<Bucket> buckets, String total) {}

    /**
     * What is open in one age.
     *
     * @param url the invoices of this age; of all ages when it is the one that is shown
     */
    public record Bucket(String label, String amount, String css, String url, boolean active) {}

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
