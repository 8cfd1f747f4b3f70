package dev.orderwright.billing.web;

import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.Invoices;
import dev.orderwright.documents.Document;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Invoices and credit notes as PDF, for people and for programs. */
@Controller
class InvoicePaperRoutes {

    private final Invoices invoices;
    private final InvoicePapers papers;
    private final MoneyFilters filters;

    InvoicePaperRoutes(Invoices invoices, InvoicePapers papers, MoneyFilters filters) {
        this.invoices = invoices;
        this.papers = papers;
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
