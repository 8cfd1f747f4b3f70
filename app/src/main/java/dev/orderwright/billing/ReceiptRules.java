package dev.orderwright.billing;

import static dev.orderwright.shared.Texts.t;

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
                    t("billing.refusal.aPaymentProviderHasBeen", invoice.number())));
        }
        if (invoice.customerId() == null) {
            refusals.add(Refusal.of(
                    "no-customer", field + ".invoice", t("billing.refusal.isAGuestsWhoHas", invoice.number())));
        }
        return refusals;
    }

    static List<Refusal> checkUse(String field, InvoiceBalance invoice, long amount, long customerId, String currency) {
        List<Refusal> refusals = amount(field, invoice, amount, currency);
        if (invoice.customerId() == null || invoice.customerId() != customerId) {
            refusals.add(Refusal.of(
                    "other-customer",
                    field + ".invoice",
                    t("billing.refusal.isAnotherCustomersInvoice", invoice.number())));
        }
        if (amount > invoice.amounts().toAsk()) {
            refusals.add(moreThanOpen(field, invoice));
        }
        return refusals;
    }

    private static List<Refusal> amount(String field, InvoiceBalance invoice, long amount, String currency) {
        List<Refusal> refusals = new ArrayList<>();
        if (amount <= 0) {
            refusals.add(Refusal.of("not-positive", field + ".amountMinor", t("billing.refusal.theAmountMustBeMore2")));
        }
        if (amount > AMOUNT_MAX_MINOR) {
            refusals.add(Refusal.of(
                    "amount-too-large",
                    field + ".amountMinor",
                    t("billing.refusal.atMostMinorUnitsAre", AMOUNT_MAX_MINOR)));
        }
        if (!invoice.currency().equals(currency)) {
            refusals.add(Refusal.of(
                    "foreign-currency",
                    field + ".currency",
                    t("billing.refusal.isInNotIn", invoice.number(), invoice.currency(), currency)));
        }
        return refusals;
    }

    static Refusal moreThanOpen(String field, InvoiceBalance invoice) {
        return Refusal.of(
                "more-than-open",
                field + ".amountMinor",
                t(
                        "billing.refusal.onlyOfAreOpen",
                        new Money(invoice.amounts().toAsk(), invoice.currency()),
                        invoice.number()));
    }

    static Refusal notEnoughCredit(String field, long wanted, String currency) {
        return Refusal.of(
                "not-enough-credit", field, t("billing.refusal.theCustomerHasLessThan", new Money(wanted, currency)));
    }

    static List<Refusal> checkPayOut(long amount, String currency, String reference) {
        List<Refusal> refusals = new ArrayList<>();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            refusals.add(Refusal.of("unknown-currency", "currency", t("billing.refusal.thereIsNoCurrency", currency)));
        }
        if (amount <= 0) {
            refusals.add(Refusal.of("not-positive", "amountMinor", t("billing.refusal.theAmountMustBeMore2")));
        }
        if (reference.isBlank()) {
            refusals.add(Refusal.of("no-reference", "reference", t("billing.refusal.nameThePaymentByWhich")));
        }
        return refusals;
    }

    static List<Refusal> checkWriteOff(InvoiceBalance invoice, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        if (reason.isBlank()) {
            refusals.add(Refusal.of("no-reason", "reason", t("billing.refusal.aWriteOffNeedsA")));
        }
        if (!invoice.state().isOpen()) {
            refusals.add(Refusal.of("nothing-open", "invoice", t("billing.refusal.nothingIsOpenOn", invoice.number())));
        }
        if (invoice.amounts().asked() > 0) {
            refusals.add(Refusal.of(
                    "capture-under-way", "invoice", t("billing.refusal.aPaymentProviderHasBeen", invoice.number())));
        }
        return refusals;
    }
}
