package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.CreditNote;
import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.Invoices;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page of a credit note. */
@Controller
class CreditNoteScreens {

    private final Invoices invoices;
    private final InvoicePages pages;
    private final Show show;

    CreditNoteScreens(Invoices invoices, InvoicePages pages, Show show) {
        this.invoices = invoices;
        this.pages = pages;
        this.show = show;
    }

    @GetMapping("/credit-notes/{number}")
    @Requires("billing:read")
    WebPage creditNote(@PathVariable String number, Who who) {
        CreditNoteDetail detail = invoices.creditNote(number)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no credit note " + number));
        CreditNote note = detail.creditNote();
        String invoice = detail.invoice().number();
        List<InvoiceDetail.Settled> settlements =
                invoices.byNumber(invoice).map(InvoiceDetail::settlements).orElse(List.of());
        InvoicePage.CreditNotePage view = new InvoicePage.CreditNotePage(
                note.number(),
                "/credit-notes/" + note.number(),
                InvoicePapers.credited(note, settlements),
                InvoicePages.lines(detail.lines(), note.currency()),
                pages.taxes(detail.taxes(), note.currency()),
                InvoicePages.sums(note.money(), note.currency()),
                List.of(
                        KeyValue.link(t("billing.creditNoteScreens.invoice"), invoice, "/invoices/" + invoice),
                        KeyValue.link(
                                t("billing.creditNoteScreens.order"),
                                detail.invoice().orderNumber(),
                                "/orders/" + detail.invoice().orderNumber()),
                        KeyValue.of(t("shared.word.issued"), show.moment(note.issuedAt()))),
                InvoicePages.shown(detail.billTo(), who).lines());
        return WebPage.of("billing/creditNote.jte", view, note.number())
                .in("invoices")
                .crumb(t("billing.creditNoteScreens.invoices"), "/invoices")
                .crumb(invoice, "/invoices/" + invoice);
    }
}
