package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.billing.InvoiceStore.NewInvoice;
import dev.orderwright.billing.InvoicingRules.Units;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Invoices what ships, in the transaction in which it ships: one invoice per order and shipment, numbered without gaps.
 * What is prepaid is asked for in the same transaction, to the cent. The number series is locked last, so that
 * shipments wait for each other only while they commit.
 */
@Component
class Invoicing {

    private static final String SERIES = "INV";

    private final InvoiceStore store;
    private final Accounts accounts;
    private final Numbers numbers;
    private final Company company;
    private final Ids ids;

    Invoicing(InvoiceStore store, Accounts accounts, Numbers numbers, Company company, Ids ids) {
        this.store = store;
        this.accounts = accounts;
        this.numbers = numbers;
        this.company = company;
        this.ids = ids;
    }

    void issue(Run run, List<AppliedChange> changes) {
        Map<LockedOrder, List<Units>> shipped = InvoicingRules.shipped(changes);
        if (shipped.isEmpty()) {
            return;
        }
        Opened opened = accounts.open(run, prepaid(shipped));
        long number = numbers.nextWithoutGaps(SERIES, shipped.size());
        List<NewInvoice> invoices = new ArrayList<>(shipped.size());
        for (Map.Entry<LockedOrder, List<Units>> entry : shipped.entrySet()) {
            OrderHead order = entry.getKey().head();
            NewInvoice draft = invoice(run, order, SERIES + "-" + number++, entry.getValue());
            NewInvoice invoice = order.terms() == PaymentTerms.PREPAID ? asked(opened, draft) : draft;
            invoices.add(invoice);
            tell(run, invoice);
        }
        store.insert(invoices);
        accounts.write(run, opened.changes());
    }

    private static List<Long> prepaid(Map<LockedOrder, List<Units>> shipped) {
        return shipped.keySet().stream()
                .map(LockedOrder::head)
                .filter(order -> order.terms() == PaymentTerms.PREPAID)
                .map(OrderHead::id)
                .toList();
    }

    /** Asks for its payment, before the invoice itself is written with what was asked. */
    private static NewInvoice asked(Opened opened, NewInvoice draft) {
        Invoice invoice = draft.invoice();
        OrderAccount account = opened.of(invoice.orderId());
        account.add(invoice.balance());
        account.collect();
        opened.changes().written(invoice.id());
        InvoiceAmounts amounts = account.invoice(invoice.id()).amounts();
        return new NewInvoice(invoice.with(amounts), draft.billTo(), draft.shipTo(), draft.lines());
    }

    private NewInvoice invoice(Run run, OrderHead order, String number, List<Units> units) {
        long id = ids.next();
        LocalDate today = run.at().atZone(company.zone()).toLocalDate();
        OrderMoney money = InvoicingRules.total(units);
        InvoiceState state = InvoiceRules.first(money.total());
        Invoice invoice = new Invoice(
                order.id(),
                id,
                number,
                order.number(),
                order.customerId(),
                order.terms(),
                order.currency(),
                today,
                InvoicingRules.dueOn(order, today),
                run.at(),
                money,
                InvoiceAmounts.of(money.total()),
                state,
                state.isOpen() ? null : run.at());
        return new NewInvoice(invoice, order.invoiceTo(), order.shipTo(), InvoicingRules.lines(order.id(), id, units));
    }

    private static void tell(Run run, NewInvoice row) {
        Invoice invoice = row.invoice();
        String total = new Money(invoice.money().total(), invoice.currency()).toString();
        run.orderFact(
                invoice.orderId(),
                "InvoiceIssued",
                Facts.data(
                        "invoice", invoice.number(),
                        "total", total,
                        "lines", row.lines().size(),
                        "dueOn", invoice.dueOn().toString()));
        long uncovered = invoice.amounts().toAsk();
        if (invoice.terms() == PaymentTerms.PREPAID && uncovered > 0) {
            run.orderFact(
                    invoice.orderId(),
                    "PaymentNeedsAttention",
                    Facts.data(
                            "invoice", invoice.number(),
                            "amount", new Money(uncovered, invoice.currency()).toString(),
                            "reason", "no authorised payment covers it"));
        }
    }
}
