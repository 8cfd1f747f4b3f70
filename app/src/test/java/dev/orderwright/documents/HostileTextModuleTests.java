package dev.orderwright.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and addresses come from anyone: whatever they hold is printed, and nothing of it is run or fetched. */
class HostileTextModuleTests {

    private static final Documents DOCUMENTS = new Documents();

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer server;
    private Path secret;

    @BeforeEach
    void startAServerThatMustNotBeAsked(@TempDir Path folder) throws IOException {
        secret = Files.writeString(folder.resolve("secret.txt"), "TOPSECRET");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    @Test
    void markupIsPrintedAsTextAndFetchesNothing() {
        String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
        String file = secret.toUri().toString();
        for (String payload : List.of(
                "<script>alert(1)</script>",
                "<img src=\"" + http + ".png\"/>",
                "\"><iframe src='" + file + "'></iframe>",
                "</td></tr></table></div></body></html><h1>mine</h1>",
                "<style>@import url(" + http + ".css); * { display: none }</style>",
                "<link rel=\"stylesheet\" href=\"" + http + ".css\"/>",
                "<object type=\"application/pdf\" data=\"" + file + "\"></object>",
                "<object type=\"code128\" data-value=\"EVIL\"></object>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"><image href=\"" + http + "\"/></svg>",
                "<a href=\"javascript:alert(1)\">click</a>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + file + "\">]>&e;",
                "<?xml-stylesheet href=\"" + http + ".css\"?>",
                "<![CDATA[x]]> ]]> <!-- --> &e; &amp; &#0; &#x41;",
                "${7*7} $unsafe{x} @template.x() @if(true)yes@endif !{var x;}",
                "style=\"background: url(" + http + ".png)\" url(" + http + ")",
                "\\<FNC1>01 \\<FNC4> \\u0041 %s %n {0}",
                "= +cmd|'/C calc'!A0 ; drop table x; --")) {
            everyPdf(_ -> payload).forEach(document -> {
                assertThat(Pdf.inkOf(document))
                        .as("%s in %s", payload, document.fileName())
                        .contains(Pdf.withoutSpace(payload))
                        .doesNotContain("TOPSECRET");
                assertThat(active(document)).as(payload).isEmpty();
            });
        }
        assertThat(fetches).as("requests to the server").hasValue(0);
    }

    @Test
    void whatCannotBePrintedIsSeenToBeMissing() {
        everyPdf(_ -> "A\u0000B\u0001\u001BC\uD800D\uFFFEE\u0085F")
                .forEach(document -> assertThat(Pdf.inkOf(document))
                        .as(document.fileName())
                        .contains("A\uFFFDB\uFFFD\uFFFDC\uFFFDD\uFFFDE\uFFFDF"));
        everyPdf(_ -> "東京 שלום مرحبا 😀")
                .forEach(document -> assertThat(Pdf.inkOf(document))
                        .as(document.fileName())
                        .contains("\uFFFD".repeat(2 + 4 + 5 + 1)));
    }

    @Test
    void directionMarksCannotMakeANameReadAsAnotherOne() {
        everyPdf(_ -> "invoice\u202Efdp.exe\u200B\u2066x\u2069")
                .forEach(document ->
                        assertThat(Pdf.inkOf(document)).as(document.fileName()).contains("invoicefdp.exex"));
    }

    @Test
    void latinGreekAndCyrillicLettersArePrintedWhicheverWayTheyAreComposed() {
        String letters =
                "Łódź Ștefan Žižka Đặng Ǎ ə ỹ ẞ İ ŋ Αθήνα ΐ Ἀχιλλεύς ᾧ Київ Ґ Ѯ Ӏ Ұ Қазақстан € ₹ ₺ ₽ № ™ † ‰ – „ …";
        String composed = Pdf.withoutSpace(Normalizer.normalize(letters, Normalizer.Form.NFC));
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            everyPdf(_ -> Normalizer.normalize(letters, form))
                    .forEach(document -> assertThat(Pdf.inkOf(document))
                            .as(document.fileName())
                            .contains(composed)
                            .doesNotContain("\uFFFD"));
        }
    }

    @Test
    void namesWithoutEndStayOnThePaper() {
        for (String name : List.of("W".repeat(2_000), "Donaudampfschifffahrtsgesellschaft ".repeat(60))) {
            for (Document document : everyPdf(text -> isMoney(text) ? text : name)) {
                assertThat(Pdf.inkOutside(document, 5)).as(document.fileName()).isEmpty();
            }
        }
    }

    @Test
    void emptyTextsLeaveEmptyPlaces() {
        everyPdf(_ -> "")
                .forEach(document ->
                        assertThat(Pdf.pages(document)).as(document.fileName()).hasSize(1));
    }

    @Test
    void documentsWithoutLinesFactsOrNotesArePrinted() {
        Seller seller = new Seller("Shop", List.of(), List.of(), List.of());
        Party party = new Party("Ann", List.of(), List.of());
        Parties parties = new Parties(seller, party, party);
        Heading heading = new Heading("1", List.of());
        Totals totals = new Totals(List.of(), new Detail("Total", "£0.00"), List.of());
        InvoiceView.Bill bill = new InvoiceView.Bill(List.of(), List.of(), totals);
        InvoiceView.Settlement settled = new InvoiceView.Settlement("Paid", "", List.of(), List.of());
        SalesOrderView.Delivery delivery = new SalesOrderView.Delivery("Mon 1 Dec 2025", "");
        PackingSlipView.Box box = new PackingSlipView.Box("1", 1, 1, List.of());
        ShippingLabelView.Service service = new ShippingLabelView.Service("Post", "", "");

        assertThat(List.of(
                        DOCUMENTS.salesOrder(
                                new SalesOrderView(parties, heading, delivery, List.of(), totals, List.of())),
                        DOCUMENTS.invoice(new InvoiceView(parties, heading, bill, settled)),
                        DOCUMENTS.creditNote(new CreditNoteView(
                                parties, heading, new CreditNoteView.Credited("2", ""), bill, settled)),
                        DOCUMENTS.pickList(new PickListView(heading, "Leeds", List.of(), List.of())),
                        DOCUMENTS.packingSlip(new PackingSlipView(
                                parties, heading, box, List.of(), List.of(), new PackingSlipView.Gift("", ""))),
                        DOCUMENTS.shippingLabel(new ShippingLabelView(
                                party,
                                party,
                                service,
                                "7",
                                new ShippingLabelView.Parcel(1, 1, "", "", List.of()),
                                List.of()))))
                .allSatisfy(document -> assertThat(Pdf.pages(document)).hasSize(1));
    }

    private static boolean isMoney(String text) {
        return text.matches("[£\\d.,%]+");
    }

    private static List<Document> everyPdf(UnaryOperator<String> change) {
        return List.of(
                DOCUMENTS.salesOrder(Everywhere.in(Samples.salesOrder(2), change)),
                DOCUMENTS.creditNote(Everywhere.in(Samples.creditNote(), change)),
                DOCUMENTS.pickList(Everywhere.in(Samples.pickList(2, 2), change)),
                DOCUMENTS.packingSlip(Everywhere.in(Samples.packingSlip(new PackingSlipView.Gift("x", "y")), change)),
                DOCUMENTS.shippingLabel(Everywhere.in(Samples.label(), change)));
    }

    /** Whatever in a PDF can act: links, scripts, actions, attachments, forms. */
    private static List<String> active(Document document) {
        List<String> active = new ArrayList<>();
        try (PDDocument pdf = Pdf.open(document)) {
            if (pdf.getDocumentCatalog().getOpenAction() != null
                    || pdf.getDocumentCatalog().getNames() != null) {
                active.add("action, script or attachment");
            }
            if (pdf.getDocumentCatalog().getAcroForm() != null) {
                active.add("form");
            }
            for (PDPage page : pdf.getPages()) {
                page.getAnnotations().forEach(annotation -> active.add(annotation.getSubtype()));
            }
            return active;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
