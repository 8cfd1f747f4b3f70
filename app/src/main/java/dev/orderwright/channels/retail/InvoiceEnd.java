package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.retail.RetailCrediting.Refusals;
import dev.orderwright.channels.retail.RetailInvoiceStore.LedgerEntry;
import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.Taken;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What came of one invoice: every row ends up in its figures or in the list. Pure. */
final class InvoiceEnd {
    /**
     * What was done with the rows of a day.
     *
     * @param orders by invoice number
     * @param refusals why units could not be taken back although they were found
     * @param uncovered units that could not be written off, by line of the file
     */
    record Taking(
            Map<String, Outcome<Placed>> orders,
            Map<Credit, Match> matches,
            Refusals refusals,
            Map<Long, Long> uncovered) {}

    private final RetailDecision decision;
    private final Taking taking;
    private final Instant at;
    private final RetailTally tally;
    private final List<ImportException> listed = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    InvoiceEnd(RetailDecision decision, Taking taking) {
        this.decision = decision;
        this.taking = taking;
        at = RetailDrafts.instant(decision.invoice().at());
        tally = new RetailTally(decision, RetailFingerprint.of(decision.invoice()), at);
        work();
    }

    /** The rows that were not taken, or not as they stand. */
    List<ImportException> listed() {
        return listed;
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    /** Empty for rows that came again in their file: their number belongs to the first ones. */
    Optional<RetailEffect> effect() {
        return decision.invoice().repeated() ? Optional.empty() : Optional.of(tally.effect());
    }

    private void work() {
        order();
        decision.credits().forEach(this::credit);
        int rowNo = 0;
        for (RowOutcome outcome : decision.outcomes()) {
            rowNo++;
            switch (outcome) {
                case RowOutcome.StockAdjusted(RetailLine line) -> adjusted(line);
                case RowOutcome.LedgerOnly(RetailLine line, RetailReason why) -> ledger(rowNo, line, why);
                case RowOutcome.Unplaceable(RetailLine line, RetailReason why) ->
                    listed.add(RetailListing.unplaceable(decision, line, why));
                case RowOutcome.GoodsOrdered ordered -> {}
                case RowOutcome.ServiceCharged charged -> {}
                case RowOutcome.GoodsCredited credited -> {}
                case RowOutcome.ServiceCredited credited -> {}
            }
        }
        tally.unbooked(RetailListing.unbooked(listed));
    }

    private void order() {
        RetailDrafts.Rows rows = RetailDrafts.rows(decision);
        rows.unusable().forEach(line -> listed.add(RetailListing.unusable(decision, line)));
        if (rows.good().isEmpty()) {
            return;
        }
        switch (Objects.requireNonNull(taking.orders().get(decision.invoice().number()))) {
            case Outcome.Done<Placed>(Placed placed, boolean replayed) -> {
                tally.ordered(
                        placed.orderId(),
                        rows.good().size(),
                        rows.goods(),
                        placed.unitsBackordered(),
                        rows.bookedCents());
                RetailDrafts.noteOnCountry(decision.invoice())
                        .ifPresent(note -> listed.add(RetailListing.unknownCountry(decision, note)));
            }
            case Outcome.Refused<Placed> refused ->
                rows.good().forEach(line -> listed.add(RetailListing.refused(decision, line, refused.first())));
        }
    }

    private void credit(Credit credit) {
        Match match = Objects.requireNonNull(taking.matches().get(credit));
        long booked = 0;
        for (Taken taken : match.taken()) {
            booked += cancel(credit, taken) + giveBack(credit, taken);
        }
        match.reason().ifPresent(reason -> listed.add(RetailListing.unmatched(decision, match, reason)));
        long unmatched = RetailListing.cents(credit.line(), match.unmatched());
        long difference = credit.line().bookedCents() + booked + unmatched;
        if (difference != 0) {
            listed.add(RetailListing.priceDiffers(decision, credit.line(), difference));
        }
    }

    private long cancel(Credit credit, Taken taken) {
        long cents = RetailListing.cents(taken, taken.cancelled());
        Refusal refusal = taking.refusals().cancels().get(taken.line().orderId());
        if (taken.cancelled() > 0 && refusal != null) {
            listed.add(RetailListing.notTakenBack(decision, credit.line(), cents, refusal));
        } else {
            tally.cancelled(taken.cancelled(), cents);
        }
        return cents;
    }

    private long giveBack(Credit credit, Taken taken) {
        long cents = RetailListing.cents(taken, taken.credited());
        Refusal refusal = taking.refusals().returns().get(taken.line().orderId());
        if (taken.credited() > 0 && refusal != null) {
            listed.add(RetailListing.notTakenBack(decision, credit.line(), cents, refusal));
        } else {
            tally.credited(taken.credited(), cents);
        }
        return cents;
    }

    private void adjusted(RetailLine line) {
        long uncovered = taking.uncovered().getOrDefault(line.lineNumber(), 0L);
        tally.adjusted(line.quantity() + uncovered);
        if (uncovered > 0) {
            listed.add(RetailListing.uncovered(decision, line, uncovered));
        }
    }

    private void ledger(int rowNo, RetailLine line, RetailReason why) {
        tally.ledger(line.bookedCents());
        ledger.add(new LedgerEntry(decision.invoice().number(), rowNo, at, line, why));
    }
}
