package dev.orderwright.orders;

import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.shared.Run;
import dev.orderwright.verification.Verification.Verified;
import java.util.List;

/**
 * An order on its way: its prices are frozen and it is verified, it is not planned yet.
 *
 * @param holds grows until the order is made
 */
record PricedDraft(
        Run run, Checked checked, List<OrderLine> lines, OrderMoney money, Verified verified, List<Hold> holds) {

    long id() {
        return verified.orderId();
    }

    boolean onAccount() {
        return checked.request().draft().terms() == PaymentTerms.ACCOUNT;
    }
}
