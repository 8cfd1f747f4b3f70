package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderParticipant;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What billing does in the transactions in which orders change. */
@Component
class BillingParticipant implements OrderParticipant {

    private final PaymentIntake intake;
    private final Invoicing invoicing;
    private final Crediting crediting;
    private final Accounts accounts;
    private final TransactionStore transactions;

    BillingParticipant(
            PaymentIntake intake,
            Invoicing invoicing,
            Crediting crediting,
            Accounts accounts,
            TransactionStore transactions) {
        this.intake = intake;
        this.invoicing = invoicing;
        this.crediting = crediting;
        this.accounts = accounts;
        this.transactions = transactions;
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
