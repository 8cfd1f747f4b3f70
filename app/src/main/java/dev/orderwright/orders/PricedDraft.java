package dev.orderwright.orders;

import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.shared.Run;
import java.util.List;

/**
 * An order on its way: its prices are frozen, it is not planned yet.
 *
 * @param holds grows until the order is made
 */
record PricedDraft(long id, Run run, Checked checked, List<OrderLine> lines, OrderMoney money, List<Hold> holds) {

    boolean onAccount() {
        return checked.request().draft().terms() == PaymentTerms.ACCOUNT;
    }
}
