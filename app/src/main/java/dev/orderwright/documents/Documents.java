package dev.orderwright.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints documents: the same view gives the same bytes, at any time and from any number of threads. */
@Component
public class Documents {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final FittedText.Space FOOT = space(150, 15, 1.4);
    private static final double SMALL = 7.5;
    private static final double PAGE_WIDTH = 178 * POINTS_PER_MM;

    private static final Collector<CharSequence, ?, String> DOTTED = Collectors.joining(" · ");

    private static final double LABEL_WIDTH = 94 * POINTS_PER_MM;
    private static final double MARK_PADDING = 7.5 * POINTS_PER_MM;
    private static final FittedText.Space LABEL_TO = space(94, 24, 1.15);
    private static final double[] LABEL_TO_SIZES = {16, 14, 12, 10.5, 9, 7.5};
    private static final FittedText.Space LABEL_FROM = space(62, 12, 1.2);
    private static final double[] LABEL_FROM_SIZES = {8, 7.2, 6.5, 6};

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Documents.class.getClassLoader(), "dev.orderwright.jte");
    private final Typefaces typefaces = new Typefaces();
    private final PdfPrinter pages = new PdfPrinter(typefaces, "page.css");
    private final PdfPrinter labels = new PdfPrinter(typefaces, "label.css");

    /** The confirmation of an order. */
    public Document salesOrder(SalesOrderView view) {
        Seller seller = view.parties().seller();
        Cover cover = new Cover("order", "Order confirmation", view.heading().number(), seller.name());
        return page("salesOrder", view, cover, imprint(seller));
    }

    /** The list a picker walks by, sorted by zone and bin. */
    public Document pickList(PickListView view) {
        List<PickListView.Pick> walk = new ArrayList<>(view.picks());
        walk.sort(Comparator.comparing(PickListView.Pick::zone, BinOrder.ALONG_THE_RACK)
                .thenComparing(PickListView.Pick::bin, BinOrder.ALONG_THE_RACK));
        PickListView sorted = new PickListView(view.heading(), view.node(), view.orders(), walk);
        Cover cover = new Cover("pick-list", "Pick list", view.heading().number(), view.node());
        return page(
                "pickList",
                sorted,
                cover,
                List.of(view.node() + " · " + view.heading().number()));
    }

    /** Commands to scan, for the table of a station. */
    public Document scanSheet(ScanSheetView view) {
        return page("scanSheet", view, new Cover("scan", view.title(), "commands", ""), List.of(view.title()));
    }

    /** What lies in a package. */
    public Document packingSlip(PackingSlipView view) {
        Seller seller = view.parties().seller();
        Cover cover = new Cover("packing-slip", "Packing slip", view.heading().number(), seller.name());
        return page("packingSlip", view, cover, imprint(seller));
    }

    /** An invoice. */
    public Document invoice(InvoiceView view) {
        Seller seller = view.parties().seller();
        Cover cover = new Cover("invoice", "Invoice", view.heading().number(), seller.name());
        return page("invoice", view, cover, imprint(seller));
    }

    /** A credit note. */
    public Document creditNote(CreditNoteView view) {
        Seller seller = view.parties().seller();
        Cover cover = new Cover("credit-note", "Credit note", view.heading().number(), seller.name());
        return page("creditNote", view, cover, imprint(seller));
    }

    /** A shipping label for a page printer or a label printer with a driver. */
    public Document shippingLabel(ShippingLabelView view) {
        FittedText to = FittedText.fit(address(view.to()), LABEL_TO, LABEL_TO_SIZES, typefaces::width);
        FittedText from = FittedText.fit(address(view.from()), LABEL_FROM, LABEL_FROM_SIZES, typefaces::width);
        StringOutput html = new StringOutput();
        templates.render(
                "documents/shippingLabel.jte",
                Map.of(
                        "view", withinTheLabel(view),
                        "toSize", to.size(),
                        "toRows", to.rows(),
                        "toContact", shorten(contact(view.to()), LABEL_WIDTH, 8),
                        "fromSize", from.size(),
                        "fromRows", from.rows(),
                        "references", shorten(references(view), LABEL_WIDTH, SMALL)),
                html);
        return pdf("label", view.tracking(), labels.print(html.toString()));
    }

    /**
     * Papers behind each other in one file, in their order, with a bookmark for each.
     *
     * @param kind what the file is called
     * @param papers PDFs, at least one and at most {@link PrintRun#PAPERS_MAX}
     */
    public Document together(String kind, List<Document> papers) {
        return papers.size() == 1
                ? papers.getFirst()
                : pdf(kind, Integer.toString(papers.size()), PdfBinder.bind(kind, papers));
    }

    /** The parts of the label that stand in one row each, cut to their places. */
    private ShippingLabelView withinTheLabel(ShippingLabelView view) {
        ShippingLabelView.Service service = view.service();
        String route = shorten(service.route(), LABEL_WIDTH / 2, 26);
        double left = LABEL_WIDTH - typefaces.width(route, 26) - 6;
        ShippingLabelView.Service inRows = new ShippingLabelView.Service(
                shorten(service.carrier(), left, 14), shorten(service.product(), left, 10), route);
        List<String> marks = new ArrayList<>();
        double space = LABEL_WIDTH;
        for (String mark : view.parcel().handling()) {
            String text = shorten(mark, space - MARK_PADDING, 10);
            space -= typefaces.width(text, 10) + MARK_PADDING;
            if (space >= 0) {
                marks.add(text);
            }
        }
        ShippingLabelView.Parcel parcel = view.parcel();
        return new ShippingLabelView(
                view.from(),
                view.to(),
                inRows,
                view.tracking(),
                new ShippingLabelView.Parcel(
                        parcel.number(), parcel.count(), shorten(parcel.weight(), 80, 9), parcel.sscc(), marks),
                List.of());
    }

    /** The same label in the language of label printers, for 203 dpi heads. */
    public Document shippingLabelZpl(ShippingLabelView view) {
        byte[] zpl = ZplLabel.draw(view).getBytes(StandardCharsets.US_ASCII);
        return new Document(Document.fileName("label", view.tracking(), "zpl"), Document.ZPL, zpl);
    }

    /** What is said of a whole document: the kind in its file name, its title and number, and who issues it. */
    private record Cover(String kind, String title, String number, String issuer) {}

    private Document page(String template, Object view, Cover cover, List<String> footLines) {
        String again = cover.issuer() + " · " + cover.title() + " " + cover.number();
        FittedText foot = FittedText.fit(footLines, FOOT, new double[] {SMALL}, typefaces::width);
        StringOutput html = new StringOutput();
        templates.render(
                "documents/" + template + ".jte",
                Map.of("view", view, "again", shorten(again, PAGE_WIDTH, SMALL), "foot", foot.rows()),
                html);
        return pdf(cover.kind(), cover.number(), pages.print(html.toString()));
    }

    private static Document pdf(String kind, String number, byte[] content) {
        return new Document(Document.fileName(kind, number, "pdf"), Document.PDF, content);
    }

    /** The lines at the foot of a page; a label never parts from its value. */
    private static List<String> imprint(Seller seller) {
        Stream<String> contact = Stream.concat(Stream.of(seller.name()), said(seller.contact()));
        return Stream.of(contact, said(seller.registration()))
                .map(line -> line.map(said -> said.replace(' ', '\u00A0')).collect(DOTTED))
                .toList();
    }

    static List<String> address(Party party) {
        List<String> lines = new ArrayList<>();
        lines.add(party.name());
        lines.addAll(party.address());
        return lines;
    }

    static String contact(Party party) {
        return said(party.details()).collect(DOTTED);
    }

    static String references(ShippingLabelView view) {
        return said(view.references()).collect(DOTTED);
    }

    private static Stream<String> said(List<Detail> details) {
        return details.stream().map(detail -> (detail.label() + " " + detail.value()).strip());
    }

    private String shorten(String text, double width, double size) {
        return FittedText.shorten(text, width, size, typefaces::width);
    }

    private static FittedText.Space space(double widthMm, double heightMm, double lineHeight) {
        return new FittedText.Space(widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM, lineHeight);
    }
}
