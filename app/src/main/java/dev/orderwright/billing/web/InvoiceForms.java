package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Receivables;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be done with an invoice now, by this caller; what would be refused is not offered. */
@Component
class InvoiceForms {

    static final String RECEIVE = "receive";
    static final String USE_CREDIT = "use-credit";
    static final String WRITE_OFF = "write-off";

    private final Receivables receivables;

    InvoiceForms(Receivables receivables) {
        this.receivables = receivables;
    }

    /** A form that was sent and refused: which one, what was typed, and why. */
    record Attempt(String form, Map<String, String> typed, List<Refusal> refusals) {

        static final Attempt NONE = new Attempt("", Map.of(), List.of());

        private String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }
    }

    List<InvoicePage.Form> of(Invoice invoice, Attempt attempt, Who who) {
        List<InvoicePage.Form> forms = new ArrayList<>();
        if (!invoice.state().isOpen() || !who.may("billing:write")) {
            return forms;
        }
        long toAsk = invoice.amounts().toAsk();
        String url = "/invoices/" + invoice.number() + "/";
        if (invoice.customerId() != null && toAsk > 0) {
            forms.add(receive(url, invoice, attempt));
            long credit = receivables.credit(invoice.customerId()).getOrDefault(invoice.currency(), 0L);
            if (credit > 0) {
                forms.add(useCredit(url, invoice, credit, attempt));
            }
        }
        if (invoice.amounts().asked() == 0 && who.decidesAlone(invoice.amounts().open())) {
            forms.add(writeOff(url, invoice, attempt));
        }
        return forms;
    }

    private static InvoicePage.Form receive(String url, Invoice invoice, Attempt attempt) {
        return new InvoicePage.Form(
                t("billing.invoiceForms.receiveMoney"),
                "r",
                url + RECEIVE,
                t("billing.invoiceForms.itPaysTheInvoiceWhat"),
                t("billing.invoiceForms.bookIt"),
                false,
                List.of(
                        Field.text(
                                        "amount",
                                        t("billing.invoiceForms.amountIn", invoice.currency()),
                                        attempt.typed("amount", open(invoice)))
                                .mandatory()
                                .errorsOf(attempt.refusals()),
                        Field.text("reference", t("billing.invoiceForms.reference"), attempt.typed("reference", ""))
                                .hint(t("billing.invoiceForms.whatTheBankStatementSays"))
                                .mandatory()
                                .errorsOf(attempt.refusals())),
                attempt.form().equals(RECEIVE));
    }

    private static InvoicePage.Form useCredit(String url, Invoice invoice, long credit, Attempt attempt) {
        long atMost = Math.min(credit, invoice.amounts().toAsk());
        return new InvoicePage.Form(
                t("billing.invoiceForms.payFromCredit"),
                "c",
                url + USE_CREDIT,
                t("billing.invoiceForms.theCustomerHasWithUs", MoneyWords.money(credit, invoice.currency())),
                t("billing.invoiceForms.useTheCredit"),
                false,
                List.of(Field.text(
                                "creditAmount",
                                t("billing.invoiceForms.amountIn", invoice.currency()),
                                attempt.typed("creditAmount", MoneyWords.amount(atMost, invoice.currency())))
                        .mandatory()
                        .errorsOf(attempt.refusals())),
                attempt.form().equals(USE_CREDIT));
    }

    private static InvoicePage.Form writeOff(String url, Invoice invoice, Attempt attempt) {
        return new InvoicePage.Form(
                t("billing.invoiceForms.writeOff"),
                "w",
                url + WRITE_OFF,
                t(
                        "billing.invoiceForms.willNotBeAskedFor",
                        MoneyWords.money(invoice.amounts().open(), invoice.currency())),
                t("billing.invoiceForms.writeItOff"),
                true,
                List.of(Field.text("reason", t("shared.word.reason"), attempt.typed("reason", ""))
                        .mandatory()
                        .errorsOf(attempt.refusals())),
                attempt.form().equals(WRITE_OFF));
    }

    private static String open(Invoice invoice) {
        return MoneyWords.amount(invoice.amounts().toAsk(), invoice.currency());
    }
}
