package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.billing.InvoiceStore.InvoicedUnits;
import dev.orderwright.billing.InvoicingRules.Units;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Credits what comes back, in the transaction in which it comes back: one credit note per invoice the units were on, for
 * exactly the money they were invoiced with.
 */
@Component
class Crediting {

    private static final String SERIES = "CN";

    private final InvoiceStore store;
    private final Accounts accounts;
    private final Numbers numbers;
    private final Company company;
    private final Ids ids;

    Crediting(InvoiceStore store, Accounts accounts, Numbers numbers, Company company, Ids ids) {
        this.store = store;
        this.accounts = accounts;
        this.numbers = numbers;
        this.company = company;
        this.ids = ids;
    }

    /** The units of one credit note to come. */
    private record Draft(LockedOrder order, long invoiceId, List<Units> units) {}

    void credit(Run run, List<AppliedChange> changes) {
        Map<LockedOrder, List<Units>> back = InvoicingRules.takenBack(changes);
        if (back.isEmpty()) {
            return;
        }
        List<Long> orderIds =
                back.keySet().stream().map(order -> order.head().id()).toList();
        List<Draft> drafts = drafts(back, orderIds);
        Opened opened = accounts.open(run, orderIds);
        long number = numbers.nextWithoutGaps(SERIES, drafts.size());
        List<CreditNote> notes = new ArrayList<>(drafts.size());
        List<CreditNoteLine> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            CreditNote note = note(run, draft, SERIES + "-" + number++);
            notes.add(note);
            lines.addAll(lines(note, draft.units()));
            OrderAccount account = opened.of(note.orderId());
            tell(run, note, account.invoice(note.invoiceId()).number());
            account.credit(note.invoiceId(), note.money().total(), note.number());
        }
        store.insertCreditNotes(notes, lines);
        accounts.write(run, opened.changes());
    }

    private List<Draft> drafts(Map<LockedOrder, List<Units>> back, List<Long> orderIds) {
        Map<Long, List<InvoicedUnits>> invoiced =
                store.units(orderIds).stream().collect(Collectors.groupingBy(InvoicedUnits::orderId));
        List<Draft> drafts = new ArrayList<>();
        back.forEach((order, units) -> InvoicingRules.byInvoice(
                        units, invoiced.getOrDefault(order.head().id(), List.of()))
                .forEach((invoice, part) -> drafts.add(new Draft(order, invoice, part))));
        return drafts;
    }

    private CreditNote note(Run run, Draft draft, String number) {
        return new CreditNote(
                draft.order().head().id(),
                ids.next(),
                number,
                draft.invoiceId(),
                draft.order().head().customerId(),
                draft.order().head().currency(),
                run.at().atZone(company.zone()).toLocalDate(),
                run.at(),
                InvoicingRules.total(draft.units()));
    }

    private static List<CreditNoteLine> lines(CreditNote note, List<Units> units) {
        List<CreditNoteLine> lines = new ArrayList<>(units.size());
        for (Units part : units) {
            lines.add(new CreditNoteLine(
                    note.orderId(),
                    note.id(),
                    lines.size() + 1,
                    part.line().lineNo(),
                    part.from(),
                    part.to() - part.from(),
                    part.money()));
        }
        return lines;
    }

    private static void tell(Run run, CreditNote note, String invoice) {
        run.orderFact(
                note.orderId(),
                "CreditNoteIssued",
                Facts.data(
                        "creditNote", note.number(),
                        "invoice", invoice,
                        "total", new Money(note.money().total(), note.currency()).toString()));
    }
}
