package dev.orderwright.billing.web;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceState;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.SettlementKind;
import dev.orderwright.billing.TransactionKind;
import dev.orderwright.billing.TransactionState;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** How the states of money are said on screens; colour is for what somebody should look at. */
final class MoneyWords {

    private MoneyWords() {}

    static Chip state(Invoice invoice, LocalDate today) {
        if (invoice.isOverdue(today)) {
            return new Chip(overdue(invoice, today), Tone.BAD, "was due on " + Show.day(invoice.dueOn()));
        }
        return switch (invoice.state()) {
            case ISSUED -> Chip.of("open");
            case PARTLY_PAID -> Chip.of("partly paid", Tone.INFO);
            case PAID -> Chip.of("paid", Tone.GOOD);
            case CREDITED -> Chip.of("credited");
            case WRITTEN_OFF -> Chip.of("written off");
        };
    }

    private static String overdue(Invoice invoice, LocalDate today) {
        long days = ChronoUnit.DAYS.between(invoice.dueOn(), today);
        String since = days == 1 ? "1 day overdue" : Show.number(days) + " days overdue";
        return invoice.state() == InvoiceState.PARTLY_PAID ? "partly paid, " + since : since;
    }

    static Chip state(PaymentTransaction transaction) {
        if (transaction.attention() != null) {
            return Chip.of(
                    transaction.state() == TransactionState.UNKNOWN ? "still unknown" : "needs attention", Tone.BAD);
        }
        return switch (transaction.state()) {
            case PENDING -> Chip.of("waiting", Tone.INFO);
            case SUCCEEDED -> Chip.of("done", Tone.GOOD);
            case FAILED -> Chip.of("refused", Tone.WARN);
            case UNKNOWN -> Chip.of("outcome unknown", Tone.WARN);
        };
    }

    static String what(TransactionKind kind) {
        return switch (kind) {
            case AUTHORISE -> "Authorise";
            case CAPTURE -> "Capture";
            case VOID -> "Give back the rest";
            case REFUND -> "Refund";
        };
    }

    static String why(SettlementKind kind) {
        return switch (kind) {
            case CAPTURE -> "Captured";
            case REFUND -> "Refund";
            case RECEIPT -> "Received";
            case CREDIT_USED -> "Paid from the customer's credit";
            case CREDIT_GIVEN -> "Kept as the customer's credit";
            case WRITE_OFF -> "Written off";
            case WRITE_OFF_CREDITED -> "Written off before, credited after all";
        };
    }

    static String money(long minor, String currency) {
        return Show.money(new Money(minor, currency));
    }

    static String amount(long minor, String currency) {
        return Show.amount(new Money(minor, currency));
    }

    /** What the outcome of a form says on the next page. */
    static Flash said(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String>(String text, boolean replayed) -> Flash.done(text);
            case Outcome.Refused<String>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
        };
    }

    /** Why somebody with a limit may not do this alone. */
    static Refusal overCap() {
        return Refusal.of("forbidden", "The amount is over your limit; ask somebody who may decide it.");
    }
}
