package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.Taken;
import dev.orderwright.channels.retail.file.RetailEntry;
import dev.orderwright.shared.Amounts;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words the rows that were not taken, or not as they stand, each with the money that was not booked. Pure. */
final class RetailListing {

    private static final String NO_INVOICE = "";

    private RetailListing() {}

    static ImportException unreadable(RetailEntry.Refused row) {
        return new ImportException(
                row.lineNumber(),
                row.refusal().code(),
                NO_INVOICE,
                row.refusal().reason(),
                row.text(),
                0);
    }

    static ImportException unplaceable(RetailDecision decision, RetailLine line, RetailReason why) {
        return row(decision, line, why.code(), why.sentence(), line.bookedCents());
    }

    static ImportException unusable(RetailDecision decision, RetailLine line) {
        return row(decision, line, "bad-price", "An order takes prices with at most 6 decimals.", line.bookedCents());
    }

    /** A row of an order that was refused as a whole. */
    static ImportException refused(RetailDecision decision, RetailLine line, Refusal refusal) {
        return row(decision, line, refusal.code(), refusal.reason(), line.bookedCents());
    }

    static ImportException different(RetailDecision decision, RetailLine line) {
        return row(
                decision,
                line,
                "invoice-differs",
                "An invoice of this number was taken in before, with other rows.",
                line.bookedCents());
    }

    /** No money is missing: the order is kept, with a note on it. */
    static ImportException unknownCountry(RetailDecision decision, String note) {
        return row(decision, decision.outcomes().getFirst().line(), "unknown-country", note, 0);
    }

    static ImportException uncovered(RetailDecision decision, RetailLine line, long units) {
        return row(
                decision,
                line,
                "not-enough-stock",
                units + " of " + -line.quantity() + " units could not be written off: no node has them.",
                line.bookedCents());
    }

    static ImportException unmatched(RetailDecision decision, Match match, RetailReason reason) {
        RetailLine line = match.credit().line();
        String units = match.unmatched() + " of " + match.credit().units() + " units: ";
        return row(decision, line, reason.code(), units + reason.sentence(), -cents(line, match.unmatched()));
    }

    /** What the invoice gives for units beyond what these units had cost. */
    static ImportException priceDiffers(RetailDecision decision, RetailLine line, long differenceCents) {
        return row(
                decision,
                line,
                "price-differs",
                "The units that were taken back had another price; the customer gets what they had cost.",
                differenceCents);
    }

    /** Units that could not be taken back although they were found. */
    static ImportException notTakenBack(RetailDecision decision, RetailLine line, long cents, Refusal refusal) {
        return row(decision, line, refusal.code(), refusal.reason(), -cents);
    }

    /**
     * The list of an invoice as an earlier import has made it, with the lines of this file: rows are known again by what
     * they say.
     */
    static List<ImportException> again(RetailDecision decision, List<ImportException> earlier) {
        List<RetailLine> left = new ArrayList<>(
                decision.outcomes().stream().map(RowOutcome::line).toList());
        Map<Long, Long> lines = new HashMap<>();
        List<ImportException> again = new ArrayList<>();
        for (ImportException row : earlier) {
            long line = lines.computeIfAbsent(row.lineNo(), no -> take(left, row.rowText()));
            again.add(new ImportException(
                    line, row.code(), row.reference(), row.reason(), row.rowText(), row.amountMinor()));
        }
        return again;
    }

    private static long take(List<RetailLine> left, String text) {
        for (RetailLine line : left) {
            if (text(line).equals(text)) {
                left.remove(line);
                return line.lineNumber();
            }
        }
        throw new IllegalStateException("an invoice with the same rows has no row '" + text + "'");
    }

    static long cents(RetailLine line, long units) {
        return Amounts.lineAmount(line.unitPrice(), units, 0, RetailLine.CURRENCY);
    }

    static long cents(Taken taken, long units) {
        return Amounts.lineAmount(taken.line().unitPrice(), units, 0, RetailLine.CURRENCY);
    }

    private static ImportException row(
            RetailDecision decision, RetailLine line, String code, String reason, long unbookedCents) {
        return new ImportException(
                line.lineNumber(), code, decision.invoice().number(), reason, text(line), unbookedCents);
    }

    private static String text(RetailLine line) {
        return line.quantity() + " × " + line.code() + " at "
                + line.unitPrice().toPlainString()
                + (line.description().isEmpty() ? "" : " (" + line.description() + ")");
    }

    static long unbooked(List<ImportException> rows) {
        return rows.stream().mapToLong(ImportException::amountMinor).sum();
    }
}
