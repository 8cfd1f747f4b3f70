package dev.orderwright.documents;

import com.openhtmltopdf.css.extend.StylesheetFactory;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes a PDF of a rendered template. Nothing outside the page is ever read: style and typefaces come from the program,
 * every address of anything else is refused, and the page itself may not declare entities.
 */
final class PdfPrinter {

    static {
        XRLog.setLoggerImpl(new Log());
    }

    static final String PRODUCER = "Orderwright";
    private static final int TEXT_LENGTH_MAX = 300;

    /** The colours of a page mean sRGB; an archive needs to be told. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final Typefaces typefaces;
    private final Barcodes barcodes = new Barcodes();
    private final PrintStyle style;
    private final DocumentBuilderFactory parsers = strictParsers();

    PdfPrinter(Typefaces typefaces, String stylesheet) {
        this.typefaces = typefaces;
        this.style = new PrintStyle(stylesheet);
    }

    byte[] print(String html) {
        Typefaces.Printable page = typefaces.printable(html);
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(page, document)) {
            renderer.createPDFWithoutClosing();
            archivable(document, page.text());
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Completes what PDF/A-2u asks for beyond embedded typefaces. There is no date in it, and its identity follows from
     * the content: a reprint is the same file again.
     */
    static void archivable(PDDocument document, String content) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        document.setDocumentId((long) content.hashCode());
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(metadata(information.getTitle()).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage("en");
    }

    private static String metadata(String title) {
        StringOutput escapedTitle = new StringOutput();
        Escape.htmlContent(title, escapedTitle);
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <pdf:Producer>%s</pdf:Producer>
                <pdfaid:part>2</pdfaid:part>
                <pdfaid:conformance>U</pdfaid:conformance>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """.formatted(escapedTitle, PRODUCER);
    }

    private PdfBoxRenderer renderer(Typefaces.Printable page, PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(document)
                .withW3cDocument(parse(page.text()), "")
                .withProducer(PRODUCER)
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(COLOURS)
                .useUriResolver((_, _) -> null)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useObjectDrawerFactory(barcodes)
                .useNamespaceHandler(style);
        typefaces.embed(builder, document, page);
        return builder.buildPdfRenderer();
    }

    private org.w3c.dom.Document parse(String html) {
        try {
            DocumentBuilder parser = parsers.newDocumentBuilder();
            parser.setErrorHandler(null);
            org.w3c.dom.Document page = parser.parse(new InputSource(new StringReader(html)));
            cutEndlessTexts(page.getDocumentElement(), TEXT_LENGTH_MAX);
            return page;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A document template is not well formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No text may take the paper, or the time, of others: each ends in an ellipsis at the length its place allows. */
    private static void cutEndlessTexts(Element element, int lengthMax) {
        String own = element.getAttribute("data-longest");
        int longest = own.isEmpty() ? lengthMax : Integer.parseInt(own);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                cutEndlessTexts(inner, longest);
            } else if (child instanceof Text text && text.getLength() > longest) {
                String whole = text.getData();
                int end = Character.isHighSurrogate(whole.charAt(longest - 1)) ? longest - 1 : longest;
                text.setData(whole.substring(0, end) + "…");
            }
        }
    }

    private static DocumentBuilderFactory strictParsers() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java cannot be made strict", e);
        }
    }

    /** The one stylesheet of a kind of page, parsed once; what a page itself says about style is not looked at. */
    private static final class PrintStyle extends XhtmlNamespaceHandler {

        private final String file;
        private volatile @Nullable StylesheetInfo parsed;

        PrintStyle(String file) {
            this.file = file;
        }

        @Override
        public StylesheetInfo getDefaultStylesheet(StylesheetFactory factory) {
            if (parsed == null) {
                parsed = parse(factory);
            }
            return super.getDefaultStylesheet(factory);
        }

        @Override
        public StylesheetInfo[] getStylesheets(org.w3c.dom.Document page) {
            StylesheetInfo sheet = parsed;
            return sheet == null ? new StylesheetInfo[0] : new StylesheetInfo[] {sheet};
        }

        private StylesheetInfo parse(StylesheetFactory factory) {
            StylesheetInfo info = new StylesheetInfo();
            info.setUri(file);
            info.setOrigin(StylesheetInfo.AUTHOR);
            info.setMedia("all");
            info.setType("text/css");
            try (InputStream in = PrintStyle.class.getResourceAsStream("/documents/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("The stylesheet " + file + " is missing in the program");
                }
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                info.setStylesheet(factory.parse(reader, info));
                return info;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Passes the warnings of the renderer on, and spares us its diary. */
    private static final class Log implements XRLogger {

        @Override
        public void log(String where, Level level, String message) {
            if (level.intValue() >= Level.WARNING.intValue()) {
                LoggerFactory.getLogger(where).warn(message);
            }
        }

        @Override
        public void log(String where, Level level, String message, Throwable cause) {
            if (level.intValue() >= Level.WARNING.intValue()) {
                LoggerFactory.getLogger(where).warn(message, cause);
            }
        }

        @Override
        public void setLevel(String logger, Level level) {
            // The level is the logging configuration's to set.
        }

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
        }
    }
}
