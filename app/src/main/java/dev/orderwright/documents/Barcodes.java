package dev.orderwright.documents;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Draws the barcodes of a page as vectors: {@code <object type="code128" data-value="…">} or {@code type="sscc"}, with
 * the widest module in mm as {@code data-module} and {@code data-align}. What cannot be drawn so that it scans (a
 * character outside ASCII, too many for the space) is left out; the templates always print the value as text as well.
 */
final class Barcodes implements FSObjectDrawerFactory {

    private static final Pattern CODE_128 = Pattern.compile("[\\x20-\\x7E]{1,60}");
    private static final double MODULE_MM_MIN = 0.19;
    private static final double DOTS_PER_MM = 20 * 96 / 25.4;
    private static final FSRGBColor BLACK = new FSRGBColor(0, 0, 0);

    @Override
    public boolean isReplacedObject(Element element) {
        return true;
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return (e, x, y, width, height, device, _, _) -> {
            draw(e, new Box(x, y, width, height), device);
            return null;
        };
    }

    private record Box(double x, double y, double width, double height) {}

    private static void draw(Element element, Box box, OutputDevice device) {
        String value = element.getAttribute("data-value");
        boolean sscc = element.getAttribute("type").equals("sscc");
        if (sscc ? !Gs1.isSscc(value) : !CODE_128.matcher(value).matches() || value.contains("\\<FNC")) {
            return;
        }
        Code128 symbol = symbol(value, sscc);
        double widest = Double.parseDouble(element.getAttribute("data-module")) * DOTS_PER_MM;
        double module = Math.min(widest, box.width() / symbol.getWidth());
        if (module < MODULE_MM_MIN * DOTS_PER_MM) {
            return;
        }
        double free = box.width() - module * symbol.getWidth();
        double left = box.x()
                + switch (element.getAttribute("data-align")) {
                    case "right" -> free;
                    case "center" -> free / 2;
                    default -> 0;
                };
        Path2D bars = new Path2D.Double();
        for (Rectangle bar : symbol.getRectangles()) {
            bars.append(
                    new Rectangle2D.Double(left + bar.x * module, box.y(), bar.width * module, box.height()), false);
        }
        device.setColor(BLACK);
        device.fill(bars);
    }

    /** @throws IllegalArgumentException when a barcode cannot say it */
    static Code128 plain(String value) {
        if (!CODE_128.matcher(value).matches()) {
            throw new IllegalArgumentException("no barcode says " + value);
        }
        return symbol(value, false);
    }

    private static Code128 symbol(String value, boolean sscc) {
        Code128 symbol = new Code128();
        symbol.setModuleWidth(1);
        symbol.setBarHeight(1);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setDataType(sscc ? Symbol.DataType.GS1 : Symbol.DataType.ECI);
        symbol.setContent(sscc ? "[00]" + value : value);
        return symbol;
    }
}
