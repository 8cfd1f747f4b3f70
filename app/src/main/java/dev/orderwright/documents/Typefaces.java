package dev.orderwright.documents;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The typefaces of all documents, parsed once. IBM Plex Sans prints everything; Noto Sans steps in for the rarer Latin,
 * Greek and Cyrillic letters and is embedded only where one occurs.
 */
final class Typefaces {

    /** What is printed for a character that no typeface has: it must be seen that something is missing. */
    private static final char MISSING = '\uFFFD';

    private final TrueTypeFont regular = parse("IBMPlexSans-Regular.ttf");
    private final TrueTypeFont semiBold = parse("IBMPlexSans-SemiBold.ttf");
    private final TrueTypeFont rare = parse("NotoSans-Regular.ttf");
    private final CmapLookup regularGlyphs = glyphs(regular);
    private final CmapLookup rareGlyphs = glyphs(rare);
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    /** Text that every chosen typeface can print and every XML parser can read. */
    record Printable(String text, boolean needsRareLetters) {}

    /** Replaces what has no glyph or no place in XML; the form is the composed one, which the typefaces draw best. */
    Printable printable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean rareLetters = false;
        for (int at = 0; at < composed.length(); at += Character.charCount(composed.codePointAt(at))) {
            int c = composed.codePointAt(at);
            if (isPlain(c) || (isInk(c) && has(regularGlyphs, c))) {
                out.appendCodePoint(c);
            } else if (isInk(c) && has(rareGlyphs, c)) {
                out.appendCodePoint(c);
                rareLetters = true;
            } else if (Character.getType(c) != Character.FORMAT) {
                // Joiners and direction marks have no ink and may make a name read as another one: they are left out.
                out.append(Character.isSpaceChar(c) ? ' ' : MISSING);
            }
        }
        return new Printable(out.toString(), rareLetters);
    }

    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isInk(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }

    private static boolean has(CmapLookup glyphs, int c) {
        return glyphs.getGlyphId(c) != 0;
    }

    /** The width that a text takes at most in the given size, in the unit of the size: that of its bolder weight. */
    double width(String text, double size) {
        double ems = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            ems += widthOf(text.codePointAt(at));
        }
        return ems * size;
    }

    private double widthOf(int c) {
        if (has(regularGlyphs, c)) {
            return widthOf(regularGlyphs, semiBold, c);
        }
        if (has(rareGlyphs, c)) {
            return widthOf(rareGlyphs, rare, c);
        }
        return isInk(c) ? widthOf(regularGlyphs, semiBold, MISSING) : 0;
    }

    private static double widthOf(CmapLookup glyphs, TrueTypeFont font, int c) {
        try {
            return (double) font.getAdvanceWidth(glyphs.getGlyphId(c)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the typefaces known to a PDF; what it uses of them is embedded, and no font of this machine is. */
    void embed(PdfRendererBuilder builder, PDDocument document, Printable page) {
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useFont(new Embedded(document, regular), "Plex", 400, FontStyle.NORMAL, true)
                .useFont(new Embedded(document, semiBold), "Plex", 600, FontStyle.NORMAL, true);
        if (page.needsRareLetters()) {
            builder.useFont(new Embedded(document, rare), "Noto", 400, FontStyle.NORMAL, true);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont parse(String file) {
        try (InputStream in = Typefaces.class.getResourceAsStream("/documents/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The typeface " + file + " is missing in the program");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Embeds what a document uses of a typeface; asked for only when the document uses it. */
    private static final class Embedded extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;

        Embedded(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
