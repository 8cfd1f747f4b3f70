package dev.orderwright.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Puts papers behind each other into one file, with a bookmark at the beginning of each. */
final class PdfBinder {

    private PdfBinder() {}

    static byte[] bind(String title, List<Document> papers) {
        // What is copied is read from its source when the whole is saved: until then all of them stay open.
        List<PDDocument> sources = new ArrayList<>();
        try (PDDocument whole = new PDDocument()) {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDFMergerUtility merger = new PDFMergerUtility();
            for (Document paper : papers) {
                PDDocument source = Loader.loadPDF(paper.content());
                sources.add(source);
                int first = whole.getNumberOfPages();
                merger.appendDocument(whole, source);
                outline.addLast(bookmark(paper, whole, first));
            }
            return saved(whole, outline, title, papers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sources.forEach(PdfBinder::close);
        }
    }

    private static PDOutlineItem bookmark(Document paper, PDDocument whole, int page) {
        PDPageFitDestination there = new PDPageFitDestination();
        there.setPage(whole.getPage(page));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(paper.fileName().replaceFirst("\\.pdf$", ""));
        item.setDestination(there);
        return item;
    }

    private static byte[] saved(PDDocument whole, PDDocumentOutline outline, String title, List<Document> papers)
            throws IOException {
        List<PDOutputIntent> colours = whole.getDocumentCatalog().getOutputIntents();
        whole.getDocumentCatalog().setOutputIntents(colours.subList(0, Math.min(1, colours.size())));
        whole.getDocumentCatalog().setDocumentOutline(outline);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PdfPrinter.PRODUCER);
        whole.setDocumentInformation(information);
        PdfPrinter.archivable(
                whole, String.join(" ", papers.stream().map(Document::fileName).toList()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
        whole.save(out);
        return out.toByteArray();
    }

    private static void close(PDDocument source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
