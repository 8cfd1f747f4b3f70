package dev.orderwright.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Looks at a printed document as its readers do: the text on each page, and what a scanner reads from it. */
public final class Pdf {

    private Pdf() {}

    static PDDocument open(Document document) {
        try {
            return Loader.loadPDF(document.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> pages(Document document) {
        try (PDDocument pdf = open(document)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf).replace('\u00A0', ' '));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text in the order it was printed, without any white space: line breaks are the layout's, not the text's. */
    static String inkOf(Document document) {
        try (PDDocument pdf = open(document)) {
            return withoutSpace(new PDFTextStripper().getText(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }

    /** What stands outside of its page or too near to its edge, in points. */
    public static List<String> inkOutside(Document document, double margin) {
        List<String> outside = new ArrayList<>();
        try (PDDocument pdf = open(document)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    double right = text.getXDirAdj() + text.getWidthDirAdj();
                    if (text.getXDirAdj() < margin
                            || right > text.getPageWidth() - margin
                            || text.getYDirAdj() > text.getPageHeight() - margin) {
                        outside.add(text.getUnicode() + " at " + text.getXDirAdj() + "," + text.getYDirAdj());
                    }
                }
            };
            stripper.getText(pdf);
            return outside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every Code 128 symbol that a scanner line across any page reads. */
    public static Set<String> scan(Document document, int dpi) {
        try (PDDocument pdf = open(document)) {
            Set<String> codes = new LinkedHashSet<>();
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                codes.addAll(scan(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY), dpi / 25));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> scan(BufferedImage image, int step) {
        Set<String> codes = new LinkedHashSet<>();
        BinaryBitmap bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new BufferedImageLuminanceSource(image)));
        Map<DecodeHintType, ?> hints = Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128), DecodeHintType.ASSUME_GS1, true);
        for (int y = 0; y < image.getHeight(); y += step) {
            try {
                BitArray row = bitmap.getBlackRow(y, null);
                Result result = new Code128Reader().decodeRow(y, row, hints);
                // A check character of value 102 is the sign of FNC1, too, and the reader takes it for one.
                codes.add(result.getText().replaceFirst("\\x1D$", ""));
            } catch (ReaderException _) {
                // No barcode in this row, or the edge of one.
            }
        }
        return codes;
    }
}
