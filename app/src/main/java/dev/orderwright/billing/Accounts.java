package dev.orderwright.billing;

import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens the accounts of locked orders and writes back what was done with them, one statement per table. */
@Component
class Accounts {

    private final PaymentStore payments;
    private final TransactionStore transactions;
    private final InvoiceStore invoices;
    private final SettlementStore ledger;
    private final Customers customers;
    private final Ids ids;

    Accounts(
            PaymentStore payments,
            TransactionStore transactions,
            InvoiceStore invoices,
            SettlementStore ledger,
            Customers customers,
            Ids ids) {
        this.payments = payments;
        this.transactions = transactions;
        this.invoices = invoices;
        this.ledger = ledger;
        this.customers = customers;
        this.ids = ids;
    }

    /** The accounts of some orders, and what is done with them. */
    record Opened(Map<Long, OrderAccount> byOrder, MoneyChanges changes) {

        OrderAccount of(long orderId) {
            return Objects.requireNonNull(byOrder.get(orderId), () -> "order " + orderId + " was not opened");
        }
    }

    /** Reads payments and invoices. The orders are locked. */
    Opened open(Run run, Collection<Long> orderIds) {
        MoneyChanges changes = new MoneyChanges();
        Map<Long, OrderAccount> accounts = new LinkedHashMap<>();
        orderIds.forEach(id -> accounts.put(id, new OrderAccount(id, changes, ids::next, run.at())));
        Opened opened = new Opened(accounts, changes);
        if (!accounts.isEmpty()) {
            payments.balances(orderIds)
                    .forEach(payment -> opened.of(payment.orderId()).payments().add(payment));
            invoices.balances(orderIds)
                    .forEach(invoice -> opened.of(invoice.orderId()).add(invoice));
        }
        return opened;
    }

    /** Credit of customers comes before their credit limits, both before stock rows. */
    void write(Run run, MoneyChanges changes) {
        transactions.insert(changes.asks());
        payments.update(changes.payments());
        invoices.settle(changes.invoices(), run.at());
        ledger.settle(run, changes.settlements());
        ledger.credit(run, changes.credits());
        if (!changes.exposure().isEmpty()) {
            customers.changeExposure(run, changes.exposure());
        }
        changes.facts().forEach(run::fact);
    }
}
