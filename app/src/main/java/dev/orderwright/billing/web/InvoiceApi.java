package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Receivables;
import dev.orderwright.billing.Received;
import dev.orderwright.billing.web.MoneyAnswers.InvoiceAnswer;
import dev.orderwright.billing.web.MoneyAnswers.InvoiceList;
import dev.orderwright.billing.web.MoneyAnswers.InvoiceRow;
import dev.orderwright.billing.web.MoneyAnswers.NoteAnswer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices and credit notes are read; an invoice that will never be paid is written off. */
@RestController
@RequestMapping("/api/v1")
class InvoiceApi {

    private static final int PAGE_MAX = 200;

    private final Invoices invoices;
    private final Receivables receivables;
    private final MoneyFilters filters;

    InvoiceApi(Invoices invoices, Receivables receivables, MoneyFilters filters) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.filters = filters;
    }

    record WriteOffInput(@Nullable String reason) {}

    @GetMapping("/invoices")
    @Requires("billing:read")
    @Operation(summary = "Invoices of a view: all of them newest first, open ones by due date")
    InvoiceList list(
            @Parameter(description = "open, overdue, uncollected (prepaid, and no payment covers it) or all")
                    @RequestParam(defaultValue = "all")
                    String view,
            @Parameter(description = "number of a customer: only his") @RequestParam(required = false) @Nullable
                    String customer,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "how many at most, up to 200") @RequestParam(defaultValue = "50") int limit) {
        Page<Invoice> page = invoices.list(
                MoneyFilters.view(Invoices.View.class, "view", view),
                filters.customer(customer),
                filters.today(),
                cursor,
                Math.clamp(limit, 1, PAGE_MAX));
        return new InvoiceList(
                page.items().stream()
                        .map(invoice -> InvoiceRow.of(invoice, filters.today()))
                        .toList(),
                page.next());
    }

    @GetMapping("/invoices/{number}")
    @Requires("billing:read")
    @Operation(summary = "One invoice with its lines, taxes, credit notes and what came in for it")
    InvoiceAnswer one(
            @Parameter(description = "number of the invoice, such as INV-100001") @PathVariable String number,
            Who who) {
        return invoices.byNumber(number)
                .map(detail -> InvoiceAnswer.of(detail, filters.today(), who))
                .orElseThrow(() -> ApiRefusal.notFound(t("billing.refusal.invoice", number)));
    }

    @PostMapping("/invoices/{number}/write-off")
    @Requires("billing:write")
    @Operation(summary = "Gives up what is open on an invoice, with a reason")
    Received writeOff(
            @Parameter(description = "number of the invoice") @PathVariable String number,
            @RequestBody WriteOffInput input,
            Cause cause,
            Who who) {
        Invoice invoice = invoices.byNumber(number)
                .orElseThrow(() -> ApiRefusal.notFound(t("billing.refusal.invoice", number)))
                .invoice();
        if (!who.decidesAlone(invoice.amounts().open())) {
            throw ApiRefusal.forbidden(MoneyWords.overCap().reason());
        }
        return ApiRefusal.orThrow(receivables.writeOff(cause, number, Objects.requireNonNullElse(input.reason(), "")));
    }

    @GetMapping("/credit-notes/{number}")
    @Requires("billing:read")
    @Operation(summary = "One credit note with its lines")
    NoteAnswer creditNote(
            @Parameter(description = "number of the credit note, such as CN-100001") @PathVariable String number,
            Who who) {
        return invoices.creditNote(number)
                .map(detail -> NoteAnswer.of(detail, who))
                .orElseThrow(() -> ApiRefusal.notFound(t("billing.refusal.creditNote", number)));
    }
}
