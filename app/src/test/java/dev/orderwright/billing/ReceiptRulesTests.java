package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptRulesTests {

    private static InvoiceBalance invoice(@Nullable Long customer, long paid, long asked) {
        return new InvoiceBalance(
                1,
                2,
                "INV-7",
                customer,
                PaymentTerms.ACCOUNT,
                "GBP",
                new InvoiceAmounts(600, 0, paid, 0, asked),
                paid == 600 ? InvoiceState.PAID : InvoiceState.ISSUED);
    }

    private static List<String> said(List<Refusal> refusals) {
        return refusals.stream().map(r -> r.code() + " " + r.field()).toList();
    }

    @ParameterizedTest(name = "{0} {1}, customer {2}, {3} asked of a provider: {4}")
    @CsvSource({
        "600, GBP, 5, 0, ''",
        "601, GBP, 5, 0, ''",
        "100, GBP, 5, 500, ''",
        "101, GBP, 5, 500, 'capture-under-way r.invoice'",
        "0, GBP, 5, 0, 'not-positive r.amountMinor'",
        "-1, GBP, 5, 0, 'not-positive r.amountMinor'",
        "100000000000001, GBP, 5, 0, 'amount-too-large r.amountMinor'",
        "1, EUR, 5, 0, 'foreign-currency r.currency'",
        "1, GBP, , 0, 'no-customer r.invoice'",
    })
    void moneyIsReceivedOnlyWhereItCanBeBooked(
            long amount, String currency, @Nullable Long customer, long asked, String refusal) {
        assertThat(said(ReceiptRules.check("r", invoice(customer, 0, asked), amount, currency)))
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @ParameterizedTest(name = "{0} {1} of customer {2}, {3} asked: {4}")
    @CsvSource({
        "600, GBP, 5, 0, ''",
        "601, GBP, 5, 0, 'more-than-open r.amountMinor'",
        "101, GBP, 5, 500, 'more-than-open r.amountMinor'",
        "1, GBP, 6, 0, 'other-customer r.invoice'",
        "1, EUR, 5, 0, 'foreign-currency r.currency'",
        "0, GBP, 5, 0, 'not-positive r.amountMinor'",
    })
    void creditPaysOnlyWhatIsOpenOnTheCustomersOwnInvoices(
            long amount, String currency, long user, long asked, String refusal) {
        assertThat(said(ReceiptRules.checkUse("r", invoice(5L, 0, asked), amount, user, currency)))
                .isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void aWriteOffNeedsAReasonAndSomethingOpenThatNobodyIsAskedFor() {
        assertThat(ReceiptRules.checkWriteOff(invoice(5L, 0, 0), "insolvent")).isEmpty();
        assertThat(said(ReceiptRules.checkWriteOff(invoice(5L, 0, 100), " ")))
                .containsExactly("no-reason reason", "capture-under-way invoice");
        assertThat(said(ReceiptRules.checkWriteOff(invoice(5L, 600, 0), "x"))).containsExactly("nothing-open invoice");
    }

    @Test
    void aPayOutNeedsAnAmountAndAReference() {
        assertThat(ReceiptRules.checkPayOut(1, "GBP", "transfer 7")).isEmpty();
        assertThat(said(ReceiptRules.checkPayOut(0, "GBX", "")))
                .containsExactly("unknown-currency currency", "not-positive amountMinor", "no-reference reference");
    }
}
