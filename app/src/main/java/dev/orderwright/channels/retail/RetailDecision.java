package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.RetailMatching.Credit;
import java.util.List;

/**
 * What becomes of an invoice: the outcome of each of its rows, in the order of the file.
 *
 * <p>Goods ordered and services charged together are one order; each credited row is matched on its own.
 */
record RetailDecision(RetailInvoice invoice, List<RowOutcome> outcomes) {

    RetailDecision {
        outcomes = List.copyOf(outcomes);
    }

    /** True when the invoice asks for an order, be it one of services only. */
    boolean isOrder() {
        return outcomes.stream()
                .anyMatch(outcome ->
                        outcome instanceof RowOutcome.GoodsOrdered || outcome instanceof RowOutcome.ServiceCharged);
    }

    <O extends RowOutcome> List<O> all(Class<O> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The rows that take something back, in the order of the file. */
    List<Credit> credits() {
        return outcomes.stream()
                .filter(outcome ->
                        outcome instanceof RowOutcome.GoodsCredited || outcome instanceof RowOutcome.ServiceCredited)
                .map(outcome -> new Credit(outcome.line(), invoice.customerId(), invoice.at()))
                .toList();
    }

    /** The rows that are about stock and no order. */
    List<RetailLine> stockNotes() {
        return all(RowOutcome.StockAdjusted.class).stream()
                .map(RowOutcome.StockAdjusted::line)
                .toList();
    }
}
