package dev.orderwright.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** What stands on each document, and what a scanner reads from it. */
class DocumentsModuleTests {

    private static final int PRINTER_DPI = 300;
    private static final Documents DOCUMENTS = new Documents();

    @Test
    void theOrderConfirmationShowsThePromiseTheLinesAndTheTotals() {
        Document document = DOCUMENTS.salesOrder(Samples.salesOrder(7));

        assertThat(document.fileName()).isEqualTo("order-SO-2025-004711.pdf");
        assertThat(document.mediaType()).isEqualTo("application/pdf");
        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("Order confirmation", "SO-2025-004711", "Estimated delivery", "Thu 4 Dec 2025")
                        .contains("Deliver to", "Na Strži 65", "Bill to", "Příčná 1892/4", "VAT no. CZ12345678")
                        .contains("22633 Hand warmer Union Jack 1,200 £1.85 20% £2,220.00")
                        .contains("Backordered, expected Mon 15 Dec 2025")
                        .contains("Delivery (express) £12.50", "VAT 20% £470.26", "Total £2,821.54")
                        .contains("The goods remain ours until paid in full.")
                        .contains("GB 123 4567 89", "orders@hearthandhollow.example", "Page 1 of 1"));
        assertThat(Pdf.scan(document, PRINTER_DPI)).containsExactly("SO-2025-004711");
    }

    @Test
    void theInvoiceShowsBothPartiesTheTaxPerRateAndWhatIsStillDueToTheCent() {
        Document document = DOCUMENTS.invoice(Samples.invoice(7));

        assertThat(document.fileName()).isEqualTo("invoice-INV-2025-000815.pdf");
        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("Invoice date Tue 2 Dec 2025", "Tax point Tue 2 Dec 2025", "Due date Thu 1 Jan 2026")
                        .contains("Order SO-2025-004711", "Shipment SH-2025-003120", "Your reference PO 88213/B")
                        .contains("Hearth & Hollow Ltd", "VAT no. GB 123 4567 89", "VAT no. CZ12345678")
                        .contains("8 Delivery, express 1 £12.50 20% £12.50")
                        .contains("VAT 20% £2,351.28 £470.26 £2,821.54", "VAT 0% £0.00 £0.00 £0.00")
                        .contains("Total GBP £2,821.54", "Paid £1,000.00", "Balance due £1,821.54")
                        .contains("Part paid", "Please pay £1,821.54 by Thu 1 Jan 2026.")
                        .contains("GB33 BUKB 2020 1555 5555 55", "zero-rated for VAT"));
    }

    @Test
    void theCreditNoteNamesTheInvoiceItCorrectsAndTheReason() {
        Document document = DOCUMENTS.creditNote(Samples.creditNote());

        assertThat(document.fileName()).isEqualTo("credit-note-CN-2025-000042.pdf");
        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains(
                                "Credit note",
                                "CN-2025-000042",
                                "Corrects invoice",
                                "INV-2025-000815 of Tue 2 Dec 2025")
                        .contains("2 of 6 lanterns arrived broken; customer keeps them")
                        .contains("Refunded", "£8.14 was refunded to the card ending in 4242"));
    }

    @Test
    void anInvoiceOfAThousandLinesRepeatsItsHeadOnEveryPageAndCountsThePages() {
        Document document = DOCUMENTS.invoice(Samples.invoice(1_000));

        List<String> pages = Pdf.pages(document);
        assertThat(pages).hasSizeBetween(30, 60);
        for (int n = 0; n < pages.size(); n++) {
            assertThat(pages.get(n)).contains("Page " + (n + 1) + " of " + pages.size(), "INV-2025-000815");
        }
        // The last page may hold nothing but the totals; every page with lines says what its columns are.
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).contains("Description", "Unit price", "Amount"));
        String all = String.join("\n", pages);
        for (int line = 1; line <= 1_001; line++) {
            assertThat(all).containsPattern("(?m)^" + line + " (\\d{5}[AGB]?|Delivery)");
        }
        assertThat(pages.getLast()).contains("Balance due £1,821.54");
        assertThat(Pdf.inkOutside(document, 20)).isEmpty();
    }

    @Test
    void thePickListIsWalkedByZoneAndBinAndEveryCodeOnItScans() {
        Document document = DOCUMENTS.pickList(Samples.pickList(1, 7));

        assertThat(document.fileName()).isEqualTo("pick-list-PL-2025-000317.pdf");
        String page = String.join("\n", Pdf.pages(document));
        assertThat(page)
                .contains("Sheffield", "SO-2025-004711", "Tue 2 Dec 16:00", "1,200")
                .doesNotContain("tote");
        assertThat(List.of("A-02-03", "A-02-11", "A-10-01", "A-10-02", "B-01-01", "B-01-10", "C-07-12"))
                .extracting(page::indexOf)
                .isSorted()
                .doesNotContain(-1);
        assertThat(Pdf.scan(document, PRINTER_DPI))
                .containsExactlyInAnyOrder(
                        "PL-2025-000317", "FO-2025-005310", "5901234123457", "71053", "84406B", "22752", "21730");
    }

    @Test
    void papersThatArePrintedTogetherStayWholeInTheirOrderAndStillScan() throws Exception {
        List<Document> papers = List.of(
                DOCUMENTS.pickList(Samples.pickList(1, 7)),
                DOCUMENTS.invoice(Samples.invoice(60)),
                DOCUMENTS.salesOrder(Samples.salesOrder(3)));
        Document together = DOCUMENTS.together("papers", papers);

        assertThat(together.fileName()).isEqualTo("papers-3.pdf");
        assertThat(Pdf.pages(together))
                .containsExactlyElementsOf(papers.stream()
                        .flatMap(paper -> Pdf.pages(paper).stream())
                        .toList());
        assertThat(Pdf.scan(together, PRINTER_DPI)).contains("PL-2025-000317", "5901234123457", "SO-2025-004711");
        try (PDDocument pdf = Pdf.open(together)) {
            List<String> bookmarks = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(item -> bookmarks.add(item.getTitle()));
            assertThat(bookmarks)
                    .containsExactly("pick-list-PL-2025-000317", "invoice-INV-2025-000815", "order-SO-2025-004711");
            assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
        assertThat(DOCUMENTS.together("papers", papers).content()).isEqualTo(together.content());
        assertThat(DOCUMENTS.together("papers", papers.subList(0, 1))).isSameAs(papers.getFirst());
    }

    @Test
    void everyCommandOnTheSheetForAStationScans() {
        Document document = DOCUMENTS.scanSheet(new ScanSheetView(
                "Scan commands",
                "Lay this sheet on the table.",
                List.of(new ScanSheetView.Group(
                        "Packing",
                        List.of(
                                new ScanSheetView.Entry("DO NEW BOX", "New box", "Closes this one and opens the next."),
                                new ScanSheetView.Entry(
                                        "DO HAND OVER", "Hand over", "The carrier takes what is ready."),
                                new ScanSheetView.Entry("DO 12", "12 ×", "The next scan counts so often."))))));

        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("Scan commands", "Packing", "New box", "Closes this one and opens the next."));
        assertThat(Pdf.scan(document, PRINTER_DPI)).containsExactlyInAnyOrder("DO NEW BOX", "DO HAND OVER", "DO 12");
    }

    @Test
    void aBatchSaysHowMuchOfEachPickGoesIntoWhichTote() {
        Document document = DOCUMENTS.pickList(Samples.pickList(4, 30));

        List<String> pages = Pdf.pages(document);
        assertThat(pages).hasSize(3);
        assertThat(pages.getFirst())
                .contains("Into tote", "SO-2025-004711", "SO-2025-004714")
                .containsPattern("A 2");
        assertThat(pages).allSatisfy(page -> assertThat(page).contains("Zone", "Bin", "PL-2025-000317"));
        assertThat(Pdf.scan(document, PRINTER_DPI))
                .contains("FO-2025-005310", "FO-2025-005311", "FO-2025-005312", "FO-2025-005313", "84406B");
    }

    @Test
    void thePackingSlipTellsWhatIsInThePackageAndWhatIsNot() {
        Document document = DOCUMENTS.packingSlip(Samples.packingSlip(new PackingSlipView.Plain()));

        assertThat(document.fileName()).isEqualTo("packing-slip-SO-2025-004711.pdf");
        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("2 of 3", "NL123456789GB", "4.35 kg")
                        .contains("84406B Cream cupid hearts coat hanger 8 5")
                        .contains("Not in this package", "In package 3 of 3", "Backordered, expected Mon")
                        .doesNotContain("£"));
        assertThat(Pdf.scan(document, PRINTER_DPI)).containsExactly("PK-2025-007788");
    }

    @Test
    void aPricedPackingSlipShowsPricesAndTotals() {
        Document document = DOCUMENTS.packingSlip(Samples.packingSlip(new PackingSlipView.Priced(Samples.totals())));

        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page ->
                        assertThat(page).contains("71053 White metal lantern 6 6 £3.39 £20.34", "Total £2,821.54"));
    }

    @Test
    void aGiftKeepsThePriceAndTheBuyerToItselfAndGreets() {
        Document document = DOCUMENTS.packingSlip(
                Samples.packingSlip(new PackingSlipView.Gift("Anna & Petr", "Happy birthday, Jana!\nEnjoy.")));

        assertThat(Pdf.pages(document))
                .singleElement()
                .satisfies(page -> assertThat(page)
                        .contains("Happy birthday, Jana!", "A gift from Anna & Petr", "White metal lantern")
                        .doesNotContain("£", "20.34", "Accounts Payable", "CZ12345678", "Ordered by"));
    }

    @Test
    void theLabelHasTheSizeOfALabelAndBothItsCodesScanAsALabelPrinterPrintsThem() throws Exception {
        Document document = DOCUMENTS.shippingLabel(Samples.label());

        assertThat(document.fileName()).isEqualTo("label-NL123456789GB.pdf");
        try (PDDocument pdf = Pdf.open(document)) {
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(page.getWidth() / 72 * 25.4).isBetween(99.5, 100.5);
            assertThat(page.getHeight() / 72 * 25.4).isBetween(149.5, 150.5);
        }
        assertThat(Pdf.pages(document).getFirst())
                .contains("Northline Express", "Next day, signed for", "PRG-04", "2 / 3", "4.35 kg")
                .contains("Łukasz Žižka Homewares s.r.o.", "140 00 Praha 4", "Phone +420 601 123 456")
                .contains("FRAGILE", "THIS WAY UP", "(00) 106141412345678908", "PO 88213/B");
        // The reader puts ]C1 before a code that begins with FNC1, which makes it GS1-128.
        assertThat(Pdf.scan(document, 203)).containsExactlyInAnyOrder("NL123456789GB", "]C100106141412345678908");
    }

    @Test
    void aLabelWithoutAnSsccGivesTheTrackingNumberTheWholeSpace() {
        ShippingLabelView label = Samples.label();
        Document document = DOCUMENTS.shippingLabel(new ShippingLabelView(
                label.from(),
                label.to(),
                label.service(),
                "00370730254738390192837465AB/9",
                new ShippingLabelView.Parcel(1, 1, "0.30 kg", "", List.of()),
                List.of()));

        assertThat(Pdf.pages(document).getFirst()).doesNotContain("(00)");
        assertThat(Pdf.scan(document, 203)).containsExactly("00370730254738390192837465AB/9");
    }

    @Test
    void theSameViewGivesTheSameBytesFromManyThreadsAtOnce() throws Exception {
        List<Callable<byte[]>> prints = List.of(
                () -> DOCUMENTS.invoice(Samples.invoice(7)).content(),
                () -> DOCUMENTS.pickList(Samples.pickList(3, 9)).content(),
                () -> DOCUMENTS.shippingLabel(Samples.label()).content(),
                () -> DOCUMENTS
                        .salesOrder(Everywhere.in(Samples.salesOrder(3), text -> text + " ẞ ἀ Ѯ"))
                        .content());
        List<byte[]> first = new ArrayList<>();
        for (Callable<byte[]> print : prints) {
            first.add(print.call());
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> again = new ArrayList<>();
            for (int round = 0; round < 12; round++) {
                again.addAll(prints.stream().map(pool::submit).toList());
            }
            for (int n = 0; n < again.size(); n++) {
                assertThat(again.get(n).get()).isEqualTo(first.get(n % first.size()));
            }
        }
    }

    @Test
    void everyTypefaceIsEmbeddedAsASubsetAndTheFileIsMadeForArchives() throws Exception {
        for (Document document : everyKind()) {
            try (PDDocument pdf = Pdf.open(document)) {
                TreeSet<String> names = new TreeSet<>();
                for (PDPage page : pdf.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                        assertThat(font.getName()).matches("[A-Z]{6}\\+(IBMPlexSans|NotoSans)-\\w+");
                        names.add(font.getName());
                    }
                    assertThat(page.getAnnotations()).isEmpty();
                    assertThat(page.getCOSObject().containsKey(COSName.AA)).isFalse();
                }
                assertThat(names).as(document.fileName()).isNotEmpty();
                assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
                assertThat(pdf.getDocumentCatalog().getMetadata().toByteArray())
                        .asString()
                        .contains("<pdfaid:part>2</pdfaid:part>");
                assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            }
            assertThat(document.content()).hasSizeLessThan(60_000);
        }
    }

    static List<Document> everyKind() {
        return List.of(
                DOCUMENTS.salesOrder(Samples.salesOrder(7)),
                DOCUMENTS.invoice(Samples.invoice(7)),
                DOCUMENTS.creditNote(Samples.creditNote()),
                DOCUMENTS.pickList(Samples.pickList(1, 7)),
                DOCUMENTS.packingSlip(Samples.packingSlip(new PackingSlipView.Plain())),
                DOCUMENTS.shippingLabel(Samples.label()));
    }
}
