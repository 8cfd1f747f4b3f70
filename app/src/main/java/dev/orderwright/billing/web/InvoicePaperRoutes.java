package dev.orderwright.billing.web;

import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.Invoices;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.PrintRun;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Invoices and credit notes as PDF, for people and for programs. */
@Controller
class InvoicePaperRoutes {

    private final Invoices invoices;
    private final InvoicePapers papers;
    private final Documents documents;
    private final MoneyFilters filters;

    InvoicePaperRoutes(Invoices invoices, InvoicePapers papers, Documents documents, MoneyFilters filters) {
        this.invoices = invoices;
        this.papers = papers;
        this.documents = documents;
        this.filters = filters;
    }

    @GetMapping(
            path = {"/invoices/{number}.pdf", "/api/v1/invoices/{number}.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("billing:read")
    @Operation(summary = "An invoice as PDF; it says where the payment stands today")
    ResponseEntity<byte[]> invoice(
            @Parameter(description = "number of the invoice, such as INV-100001") @PathVariable String number,
            Who who) {
        InvoiceDetail detail = invoices.byNumber(number).orElseThrow(() -> none("invoice " + number));
        return answer(papers.invoice(detail, filters.today(), who));
    }

    /** Of what is ticked in the list, or of all that fit its filters; in the order of the list. */
    @PostMapping("/invoices/papers.pdf")
    @Requires("billing:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> ofList(
            @RequestParam(defaultValue = "") List<String> invoice,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String customer,
            Who who) {
        if (everything.isEmpty()) {
            return answer(together("invoice", invoice, who));
        }
        InvoiceFilter filter = InvoiceFilter.of(view, age, customer, filters);
        return answer(together(
                "view",
                filter.page(invoices, null, PrintRun.PAPERS_MAX + 1).items().stream()
                        .map(Invoice::number)
                        .toList(),
                who));
    }

    @GetMapping(path = "/api/v1/invoices.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("billing:read")
    @Operation(
            summary = "Several invoices in one PDF",
            description = "In the order they are named in, at most 200, with a bookmark for each.")
    ResponseEntity<byte[]> severalInvoices(
            @Parameter(description = "Numbers of invoices, one parameter each") @RequestParam(defaultValue = "")
                    List<String> invoice,
            Who who) {
        return answer(together("invoice", invoice, who));
    }

    private Document together(String field, List<String> numbers, Who who) {
        LocalDate today = filters.today();
        return documents.together(
                "invoices",
                PrintRun.of(field, numbers).stream()
                        .map(number -> invoices.byNumber(number).orElseThrow(() -> none("invoice " + number)))
                        .map(detail -> papers.invoice(detail, today, who))
                        .toList());
    }

    @GetMapping(
            path = {"/credit-notes/{number}.pdf", "/api/v1/credit-notes/{number}.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("billing:read")
    @Operation(summary = "A credit note as PDF")
    ResponseEntity<byte[]> creditNote(
            @Parameter(description = "number of the credit note, such as CN-100001") @PathVariable String number,
            Who who) {
        CreditNoteDetail detail = invoices.creditNote(number).orElseThrow(() -> none("credit note " + number));
        List<InvoiceDetail.Settled> settlements = invoices.byNumber(
                        detail.invoice().number())
                .map(InvoiceDetail::settlements)
                .orElse(List.of());
        return answer(papers.creditNote(detail, settlements, who));
    }

    private static ResponseEntity<byte[]> answer(Document document) {
        return Download.of(document.fileName(), document.mediaType(), document.content());
    }

    private static ResponseStatusException none(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + what);
    }
}
