package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.billing.Receivables.CreditUse;
import dev.orderwright.billing.Received;
import dev.orderwright.billing.web.InvoiceForms.Attempt;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of an invoice, and what an accountant can do there. */
@Controller
class InvoiceScreens {

    private final Invoices invoices;
    private final Receivables receivables;
    private final InvoicePages pages;

    InvoiceScreens(Invoices invoices, Receivables receivables, InvoicePages pages) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.pages = pages;
    }

    @GetMapping("/invoices/{number}")
    @Requires("billing:read")
    WebPage invoice(@PathVariable String number, Who who) {
        return page(find(number), Attempt.NONE, who);
    }

    private WebPage page(InvoiceDetail detail, Attempt attempt, Who who) {
        return WebPage.of(
                        "billing/invoice.jte",
                        pages.page(detail, attempt, who),
                        detail.invoice().number())
                .in("invoices")
                .crumb(t("billing.invoiceScreens.invoices"), "/invoices");
    }

    @PostMapping("/invoices/{number}/receive")
    @Requires("billing:write")
    Screen receive(
            @PathVariable String number,
            @RequestParam String amount,
            @RequestParam String reference,
            Cause cause,
            Who who) {
        Invoice invoice = find(number).invoice();
        Outcome<Received> outcome = reference.isBlank()
                ? Outcome.refused(Refusal.of("no-reference", "reference", t("billing.refusal.sayWhatTheBankStatement")))
                : Amount.then(
                        "amount",
                        amount,
                        invoice.currency(),
                        minor -> receivables.receive(
                                cause, List.of(new Receipt(number, minor, invoice.currency(), reference.strip()))));
        return answer(
                number,
                outcome,
                new Attempt(InvoiceForms.RECEIVE, Map.of("amount", amount, "reference", reference), List.of()),
                t("billing.invoiceScreens.isBooked"),
                who);
    }

    @PostMapping("/invoices/{number}/use-credit")
    @Requires("billing:write")
    Screen useCredit(@PathVariable String number, @RequestParam String creditAmount, Cause cause, Who who) {
        Invoice invoice = find(number).invoice();
        if (invoice.customerId() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "A guest has no credit with us.");
        }
        long customer = Objects.requireNonNull(invoice.customerId());
        Outcome<Received> outcome = Amount.then(
                "creditAmount",
                creditAmount,
                invoice.currency(),
                minor -> receivables.useCredit(
                        cause, customer, invoice.currency(), List.of(new CreditUse(number, minor))));
        Attempt attempt = new Attempt(InvoiceForms.USE_CREDIT, Map.of("creditAmount", creditAmount), List.of());
        return answer(number, outcome, attempt, t("billing.invoiceScreens.isPaidFromTheCustomers"), who);
    }

    @PostMapping("/invoices/{number}/write-off")
    @Requires("billing:write")
    Screen writeOff(@PathVariable String number, @RequestParam String reason, Cause cause, Who who) {
        Invoice invoice = find(number).invoice();
        Outcome<Received> outcome = who.decidesAlone(invoice.amounts().open())
                ? receivables.writeOff(cause, number, reason)
                : Outcome.refused(MoneyWords.overCap());
        Attempt attempt = new Attempt(InvoiceForms.WRITE_OFF, Map.of("reason", reason), List.of());
        return answer(number, outcome, attempt, t("billing.invoiceScreens.isWrittenOff"), who);
    }

    private Screen answer(String number, Outcome<Received> outcome, Attempt attempt, String what, Who who) {
        return switch (outcome) {
            case Outcome.Done<Received>(Received received, boolean replayed) ->
                Redirect.to(
                        "/invoices/" + number, Flash.done(said(received.lines().getFirst(), number, what)));
            case Outcome.Refused<Received>(List<Refusal> refusals) ->
                page(find(number), new Attempt(attempt.form(), attempt.typed(), named(attempt.form(), refusals)), who)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT.value());
        };
    }

    private String said(Received.Line line, String number, String what) {
        String currency = find(number).invoice().currency();
        String text = MoneyWords.money(line.appliedMinor(), currency) + " " + what + ".";
        return line.creditedMinor() == 0
                ? text
                : t(
                        "billing.invoiceScreens.wasMoreThanOpenAnd",
                        text,
                        MoneyWords.money(line.creditedMinor(), currency));
    }

    /** The facade's field names in the words of the form. */
    private static List<Refusal> named(String form, List<Refusal> refusals) {
        String amount = form.equals(InvoiceForms.USE_CREDIT) ? "creditAmount" : "amount";
        return refusals.stream()
                .map(r -> switch (r.field()) {
                    case "receipts[0].amountMinor", "uses[0].amountMinor", "uses" ->
                        Refusal.of(r.code(), amount, r.reason());
                    case "receipts[0].invoice", "uses[0].invoice", "invoice" -> Refusal.of(r.code(), r.reason());
                    default -> r;
                })
                .toList();
    }

    private InvoiceDetail find(String number) {
        return invoices.byNumber(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no invoice " + number));
    }
}
