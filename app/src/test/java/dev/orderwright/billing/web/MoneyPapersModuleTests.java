package dev.orderwright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.Till;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Pdf;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.web.Who;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Invoices and credit notes of real orders as papers: what stands on them, and that it adds up. */
class MoneyPapersModuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Till till = Till.shared();
    private final InvoicePapers papers = till.world().bean(InvoicePapers.class);

    private static Who who(boolean sees) {
        return new Who(Actor.user("ann"), "Ann", Set.of("billing:read"), Set.of(), Set.of(), null, sees);
    }

    private static String text(Document document) {
        return String.join("\n", Pdf.pages(document)).replaceAll("[ \\t]+", " ");
    }

    static void keep(Document document) throws IOException {
        Path file = Path.of("target/papers", document.fileName());
        Files.createDirectories(file.getParent());
        Files.write(file, document.content());
    }

    private InvoiceDetail account() {
        String customer = till.shop.customer(10_000_000);
        Goods odd = till.shop.item(ItemKind.STOCKED, "0.337");
        Goods carriage = till.shop.item(ItemKind.SERVICE, "4.95");
        till.shop.stock(till.node, odd, 1_000);
        long order = till.onAccount(customer, till.item.times(12), odd.times(100), carriage.times(1))
                .orderId();
        till.ship(order);
        return find(till.money(order).invoices().getFirst());
    }

    private InvoiceDetail find(Invoice invoice) {
        return till.invoices.byNumber(invoice.number()).orElseThrow();
    }

    @Test
    void anInvoiceOnAccountSaysWhatToPayUntilWhenAndWhere() throws IOException {
        InvoiceDetail detail = account();
        Document paper = papers.invoice(detail, TODAY, who(true));
        keep(paper);
        assertThat(text(paper))
                .contains("Invoice", detail.invoice().number(), detail.invoice().orderNumber())
                .contains("Orderwright Demo Ltd", "VAT no. GB123456789", "Company no. 01234567")
                .contains("Ada Buyer", "12 High Street", "Leeds", "LS1 4AB", "United Kingdom")
                .contains("0.337", "VAT 20%", "Customer no.")
                .contains("Please pay", "IBAN GB00 TEST 0000 0000 0000 00", "Payment reference")
                .contains("Total GBP");
        assertThat(Pdf.inkOutside(paper, 10)).isEmpty();
        assertThat(paper.fileName()).isEqualTo("invoice-" + detail.invoice().number() + ".pdf");
    }

    @Test
    void thePaperFollowsTheMoney() {
        InvoiceDetail detail = account();
        Invoice invoice = detail.invoice();
        assertThat(text(papers.invoice(detail, invoice.dueOn().plusDays(1), who(true))))
                .contains("Overdue", "it was due on");
        ApiCaller api = new ApiCaller(till.world(), "billing:write");
        api.post("/api/v1/money-receipts", """
                {"receipts": [{"invoice": "%s", "amountMinor": 1000, "currency": "GBP", "reference": "s"}]}
                """.formatted(invoice.number()));
        assertThat(text(papers.invoice(find(invoice), TODAY, who(true))))
                .contains("Part paid", "Paid -10.00", "Balance due");
        api.post("/api/v1/money-receipts", """
                {"receipts": [{"invoice": "%s", "amountMinor": %d, "currency": "GBP", "reference": "s"}]}
                """.formatted(
                        invoice.number(), find(invoice).invoice().amounts().open()));
        assertThat(text(papers.invoice(find(invoice), TODAY, who(true))))
                .contains("Paid in full", "Balance due 0.00")
                .doesNotContain("IBAN");
    }

    @Test
    void aPrepaidInvoiceAsksForNothingThatIsBeingTaken() {
        long order = till.authorised("tok_ok", till.item.times(2)).orderId();
        till.ship(order);
        assertThat(text(papers.invoice(find(till.money(order).invoices().getFirst()), TODAY, who(true))))
                .contains("In payment")
                .doesNotContain("IBAN", "Please pay");
        till.work();
        assertThat(text(papers.invoice(find(till.money(order).invoices().getFirst()), TODAY, who(true))))
                .contains("Paid in full");
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndWhatBecomesOfTheMoney() throws IOException {
        long order = till.authorised("tok_ok", till.item.times(3)).orderId();
        till.ship(order);
        till.work();
        till.takeBack(order, 1, 2);
        String number = till.money(order).creditNotes().getFirst().number();
        CreditNoteDetail detail = till.invoices.creditNote(number).orElseThrow();
        Document paper = papers.creditNote(detail, find(detail.invoice()).settlements(), who(true));
        keep(paper);
        assertThat(text(paper))
                .contains("Credit note", number, detail.invoice().number())
                .contains("6.00 GBP goes back the way it was paid")
                .contains("Goods taken back");
        till.work();
    }

    @Test
    void whoMayNotSeePersonsGetsThePaperWithTheNamesCovered() {
        String text = text(papers.invoice(account(), TODAY, who(false)));
        assertThat(text)
                .doesNotContain("Ada Buyer")
                .doesNotContain("12 High Street")
                .contains("Leeds");
    }

    @Test
    void papersComeOverHttpUnderTheirNames() {
        InvoiceDetail detail = account();
        till.takeBack(detail.invoice().orderId(), 1, 1);
        String note =
                till.money(detail.invoice().orderId()).creditNotes().getFirst().number();
        ApiCaller api = new ApiCaller(till.world(), "billing:read", "personal:bill-to");
        for (String path : new String[] {"/invoices/" + detail.invoice().number(), "/credit-notes/" + note}) {
            HttpResponse<String> answer = api.get("/api/v1" + path + ".pdf");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).startsWith("%PDF");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".pdf");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }
}
