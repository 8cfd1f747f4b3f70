package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.InvoiceEnd.Taking;
import dev.orderwright.channels.retail.RetailCrediting.Refusals;
import dev.orderwright.channels.retail.RetailInvoiceStore.LedgerEntry;
import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Ends a day of a file in one transaction: stock notes are booked, credits take back what was sold, and it is recorded
 * what came of each invoice, what was not booked, and that the day is done.
 */
@Component
class RetailSettling {

    private final Commands commands;
    private final RetailCrediting crediting;
    private final RetailAdjusting adjusting;
    private final RetailInvoiceStore store;

    RetailSettling(Commands commands, RetailCrediting crediting, RetailAdjusting adjusting, RetailInvoiceStore store) {
        this.commands = commands;
        this.crediting = crediting;
        this.adjusting = adjusting;
        this.store = store;
    }

    /**
     * A day whose orders are placed.
     *
     * @param fresh the invoices that are taken in; all others were known already
     * @param orders what became of the orders, by invoice number
     * @param listed what is to be listed of the others
     * @param nodes the main one first
     */
    record DayWork(
            List<RetailDecision> fresh,
            Map<String, Outcome<Placed>> orders,
            List<ImportException> listed,
            List<Long> nodes) {}

    /** The answer of the command: how many invoices were taken in, and how many of their rows are listed. */
    record DaySettled(int invoices, int listed) {}

    void settle(ImportRun run, RetailDay day, DayWork work, Instant at, Map<String, Object> checkpoint) {
        commands.once(
                        run.cause("day/" + run.job().id() + "/" + day.key(), at),
                        "end-retail-day",
                        List.of(day.date().toString(), day.firstInvoice()),
                        DaySettled.class,
                        command -> Outcome.done(settle(command, run, work, checkpoint)))
                .orThrow();
    }

    private DaySettled settle(Run command, ImportRun run, DayWork work, Map<String, Object> checkpoint) {
        List<RetailLine> stockNotes = work.fresh().stream()
                .flatMap(decision -> decision.stockNotes().stream())
                .toList();
        RetailAdjusting.Notes notes = adjusting.notes(command, stockNotes, work.nodes());
        notes.bookFound();
        Map<Credit, Match> matches = match(work.fresh());
        Refusals refusals = crediting.takeBack(command, matches.values());
        Taking taking = new Taking(work.orders(), matches, refusals, notes.writeOff());
        List<RetailEffect> effects = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<ImportException> listed = new ArrayList<>(work.listed());
        for (RetailDecision decision : work.fresh()) {
            InvoiceEnd end = new InvoiceEnd(decision, taking);
            listed.addAll(end.listed());
            ledger.addAll(end.ledger());
            end.effect().ifPresent(effects::add);
        }
        store.insert(run.job().id(), effects);
        store.insertLedger(run.job().id(), ledger);
        run.list(listed);
        run.checkpoint(checkpoint);
        return new DaySettled(effects.size(), listed.size());
    }

    /** Credits one after the other, in the order of the file, so that no unit is taken back twice. */
    private Map<Credit, Match> match(List<RetailDecision> fresh) {
        List<Credit> credits =
                fresh.stream().flatMap(decision -> decision.credits().stream()).toList();
        Map<Credit, Match> matches = new LinkedHashMap<>();
        if (!credits.isEmpty()) {
            CustomerSales sales = crediting.sales(credits);
            credits.forEach(credit -> matches.put(credit, sales.take(credit)));
        }
        return matches;
    }
}
