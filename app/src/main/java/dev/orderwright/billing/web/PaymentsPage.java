package dev.orderwright.billing.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * What was asked of payment providers and is not settled.
 *
 * @param view the word of the view that is shown
 * @param uncollected that some invoices are covered by no payment, empty when all are
 */
public record PaymentsPage(List<Tab> tabs, String view, String uncollected, List<Row> rows, Pager pager) {

    /**
     * One thing that was asked.
     *
     * @param said what the provider said, or why somebody must look
     * @param retry what the button says that lets it be tried again, empty when it cannot be
     * @param dismiss what letting it rest will change, empty when it cannot be
     */
    public record Row(
            String id,
            String what,
            String amount,
            String order,
            String orderUrl,
            String purpose,
            Chip state,
            String said,
            String asked,
            String tries,
            String retryUrl,
            String retry,
            String dismissUrl,
            String dismiss) {}
}
