package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderParticipant;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What billing does in the transactions in which orders change. */
@Component
class BillingParticipant implements OrderParticipant {

    private final PaymentIntake intake;
    private final Invoicing invoicing;
    private final Crediting crediting;
    private final Accounts accounts;
    private final TransactionStore transactions;
    private final Coverage coverage;

    BillingParticipant(
            PaymentIntake intake,
            Invoicing invoicing,
            Crediting crediting,
            Accounts accounts,
            TransactionStore transactions,
            Coverage coverage) {
        this.intake = intake;
        this.invoicing = invoicing;
        this.crediting = crediting;
        this.accounts = accounts;
        this.transactions = transactions;
        this.coverage = coverage;
    }

    @Override
    public void placed(Run run, List<PlacedOrder> orders) {
        intake.placed(orders);
    }

    /** Credit notes change what customers owe, so they come before stock. */
    @Override
    public void beforeStock(Run run, LockedOrders orders, List<AppliedChange> changes) {
        crediting.credit(run, changes);
    }

    /** Invoices lock their number series for everybody, so they come last. */
    @Override
    public void changed(Run run, LockedOrders orders, List<AppliedChange> changes) {
        invoicing.issue(run, changes);
    }

    /** What a payment was too small for may be small enough now. */
    @Override
    public void settled(Run run, List<AppliedChange> changes) {
        Map<Long, Long> cancelled = new TreeMap<>();
        for (AppliedChange change : changes) {
            if (change.event() == SliceEvent.CANCEL && waitsForPayment(change.order())) {
                cancelled.merge(
                        change.order().head().id(),
                        change.line().moneyOf(change.after()).total(),
                        Long::sum);
            }
        }
        coverage.cancelled(run, cancelled);
    }

    private static boolean waitsForPayment(LockedOrder order) {
        return order.head().terms() == PaymentTerms.PREPAID
                && order.activeHolds().stream().anyMatch(hold -> hold.type() == HoldType.PAYMENT);
    }

    /** An order that has ended keeps no authorisation: what will never be taken is given back. */
    @Override
    public void ended(Run run, Collection<LockedOrder> orders) {
        List<Long> prepaid = orders.stream()
                .map(LockedOrder::head)
                .filter(order -> order.terms() == PaymentTerms.PREPAID)
                .map(OrderHead::id)
                .toList();
        if (prepaid.isEmpty()) {
            return;
        }
        Opened opened = accounts.open(run, prepaid);
        transactions.withdraw(withNothingToAsk(opened), run.at());
        opened.byOrder().values().forEach(account -> {
            account.collect();
            account.payments().release();
        });
        accounts.write(run, opened.changes());
    }

    /** What was invoiced before its payment was authorised still needs the authorisation. */
    private static List<Long> withNothingToAsk(Opened opened) {
        return opened.byOrder().entrySet().stream()
                .filter(entry -> entry.getValue().invoices().stream()
                        .allMatch(invoice -> invoice.amounts().toAsk() == 0))
                .map(Map.Entry::getKey)
                .toList();
    }
}
