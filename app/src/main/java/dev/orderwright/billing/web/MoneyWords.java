package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

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
            return new Chip(
                    overdue(invoice, today), Tone.BAD, t("billing.moneyWords.wasDueOn", Show.day(invoice.dueOn())));
        }
        return switch (invoice.state()) {
            case ISSUED -> Chip.of(t("billing.moneyWords.open"));
            case PARTLY_PAID -> Chip.of(t("billing.moneyWords.partlyPaid"), Tone.INFO);
            case PAID -> Chip.of(t("billing.moneyWords.paid"), Tone.GOOD);
            case CREDITED -> Chip.of(t("billing.moneyWords.credited"));
            case WRITTEN_OFF -> Chip.of(t("billing.moneyWords.writtenOff2"));
        };
    }

    private static String overdue(Invoice invoice, LocalDate today) {
        long days = ChronoUnit.DAYS.between(invoice.dueOn(), today);
        String since = t("billing.moneyWords.daysOverdue", Show.number(days));
        return invoice.state() == InvoiceState.PARTLY_PAID ? t("billing.moneyWords.partlyPaid2", since) : since;
    }

    static Chip state(PaymentTransaction transaction) {
        if (transaction.attention() != null) {
            return Chip.of(
                    transaction.state() == TransactionState.UNKNOWN
                            ? t("billing.moneyWords.stillUnknown")
                            : t("billing.moneyWords.needsAttention"),
                    Tone.BAD);
        }
        return switch (transaction.state()) {
            case PENDING -> Chip.of(t("billing.moneyWords.waiting"), Tone.INFO);
            case SUCCEEDED -> Chip.of(t("billing.moneyWords.done"), Tone.GOOD);
            case FAILED -> Chip.of(t("billing.moneyWords.refused"), Tone.WARN);
            case UNKNOWN -> Chip.of(t("billing.moneyWords.outcomeUnknown"), Tone.WARN);
        };
    }

    static String what(TransactionKind kind) {
        return switch (kind) {
            case AUTHORISE -> t("billing.moneyWords.authorise");
            case CAPTURE -> t("billing.moneyWords.capture");
            case VOID -> t("billing.moneyWords.giveBackTheRest");
            case REFUND -> t("billing.moneyWords.refund");
        };
    }

    static String why(SettlementKind kind) {
        return switch (kind) {
            case CAPTURE -> t("billing.moneyWords.captured");
            case REFUND -> t("billing.moneyWords.refund");
            case RECEIPT -> t("billing.moneyWords.received");
            case CREDIT_USED -> t("billing.moneyWords.paidFromTheCustomersCredit");
            case CREDIT_GIVEN -> t("billing.moneyWords.keptAsTheCustomersCredit");
            case WRITE_OFF -> t("billing.moneyWords.writtenOff");
            case WRITE_OFF_CREDITED -> t("billing.moneyWords.writtenOffBeforeCreditedAfter");
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
        return Refusal.of("forbidden", t("billing.refusal.theAmountIsOverYour"));
    }
}
