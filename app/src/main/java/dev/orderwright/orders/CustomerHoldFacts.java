package dev.orderwright.orders;

import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.util.List;
import java.util.function.Function;

/** A hold on a customer belongs to no order: it stands in the history of the customer. */
final class CustomerHoldFacts {

    private CustomerHoldFacts() {}

    /** @param reason why each was placed or ended */
    static void tell(Run run, List<Hold> holds, String fact, Function<Hold, String> reason) {
        for (Hold hold : holds) {
            if (hold.scope() == HoldScope.CUSTOMER && hold.orderId() == null) {
                run.fact(new Fact(
                        "customer",
                        hold.scopeId(),
                        fact,
                        Facts.data(
                                "hold",
                                Long.toString(hold.id()),
                                "type",
                                hold.type().name(),
                                "reason",
                                reason.apply(hold))));
            }
        }
    }
}
