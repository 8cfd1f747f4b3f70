package dev.orderwright.billing;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What keeps money from being booked on an invoice. Pure. */
final class ReceiptRules {

    /** More than any business receives at once; keeps sums of absurd amounts from overflowing. */
    static final long AMOUNT_MAX_MINOR = 100_000_000_000_000L;

    private ReceiptRules() {}

    static List<Refusal> check(String field, InvoiceBalance invoice, long amount, String currency) {
        List<Refusal> refusals = amount(field, invoice, amount, currency);
        if (invoice.amounts().asked() > 0 && amount > invoice.amounts().toAsk()) {
            refusals.add(Refusal.of(
                    "capture-under-way",
                    field + ".invoice",
                    "A payment provider has been asked for " + invoice.number() + "; wait for its answer."));
        }
        if (invoice.customerId() == null) {
            refusals.add(Refusal.of(
                    "no-customer",
                    field + ".invoice",
                    invoice.number() + " is a guest's, who has no account; add a payment to the order instead."));
        }
        return refusals;
    }

    static List<Refusal> checkUse(String field, InvoiceBalance invoice, long amount, long customerId, String currency) {
        List<Refusal> refusals = amount(field, invoice, amount, currency);
        if (invoice.customerId() == null || invoice.customerId() != customerId) {
            refusals.add(Refusal.of(
                    "other-customer", field + ".invoice", invoice.number() + " is another customer's invoice."));
        }
        if (amount > invoice.amounts().toAsk()) {
            refusals.add(moreThanOpen(field, invoice));
        }
        return refusals;
    }

    private static List<Refusal> amount(String field, InvoiceBalance invoice, long amount, String currency) {
        List<Refusal> refusals = new ArrayList<>();
        if (amount <= 0) {
            refusals.add(Refusal.of("not-positive", field + ".amountMinor", "The amount must be more than 0."));
        }
        if (amount > AMOUNT_MAX_MINOR) {
            refusals.add(Refusal.of(
                    "amount-too-large",
                    field + ".amountMinor",
                    "At most " + AMOUNT_MAX_MINOR + " minor units are received at once."));
        }
        if (!invoice.currency().equals(currency)) {
            refusals.add(Refusal.of(
                    "foreign-currency",
                    field + ".currency",
                    invoice.number() + " is in " + invoice.currency() + ", not in " + currency + "."));
        }
        return refusals;
    }

    static Refusal moreThanOpen(String field, InvoiceBalance invoice) {
        return Refusal.of(
                "more-than-open",
                field + ".amountMinor",
                "Only " + new Money(invoice.amounts().toAsk(), invoice.currency()) + " of " + invoice.number()
                        + " are open.");
    }

    static Refusal notEnoughCredit(String field, long wanted, String currency) {
        return Refusal.of(
                "not-enough-credit", field, "The customer has less than " + new Money(wanted, currency) + " with us.");
    }

    static List<Refusal> checkPayOut(long amount, String currency, String reference) {
        List<Refusal> refusals = new ArrayList<>();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            refusals.add(Refusal.of("unknown-currency", "currency", "There is no currency '" + currency + "'."));
        }
        if (amount <= 0) {
            refusals.add(Refusal.of("not-positive", "amountMinor", "The amount must be more than 0."));
        }
        if (reference.isBlank()) {
            refusals.add(Refusal.of("no-reference", "reference", "Name the payment by which it was paid out."));
        }
        return refusals;
    }

    static List<Refusal> checkWriteOff(InvoiceBalance invoice, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        if (reason.isBlank()) {
            refusals.add(Refusal.of("no-reason", "reason", "A write-off needs a reason."));
        }
        if (!invoice.state().isOpen()) {
            refusals.add(Refusal.of("nothing-open", "invoice", "Nothing is open on " + invoice.number() + "."));
        }
        if (invoice.amounts().asked() > 0) {
            refusals.add(Refusal.of(
                    "capture-under-way",
                    "invoice",
                    "A payment provider has been asked for " + invoice.number() + "; wait for its answer."));
        }
        return refusals;
    }
}
