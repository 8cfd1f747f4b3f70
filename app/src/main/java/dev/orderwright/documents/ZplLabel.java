package dev.orderwright.documents;

import dev.orderwright.documents.ShippingLabelView.Parcel;

/** Lays out the shipping label for a thermal printer: 100 × 150 mm at 203 dpi, eight dots a millimetre. */
final class ZplLabel {

    private static final int WIDTH = 800;
    private static final int LENGTH = 1_200;
    private static final int LEFT = 24;
    private static final int RIGHT = 776;
    private static final int QUIET_MODULES = 10;
    private static final int MODULE_MAX = 4;

    private static final FittedText.Space FROM = new FittedText.Space(480, 104, 1.15);
    private static final double[] FROM_SIZES = {24, 22, 20, 18};
    private static final FittedText.Space TO = new FittedText.Space(RIGHT - LEFT, 192, 1.15);
    private static final double[] TO_SIZES = {48, 42, 36, 32, 28, 24};

    private final Zpl zpl = new Zpl(WIDTH, LENGTH);
    private final ShippingLabelView view;

    private ZplLabel(ShippingLabelView view) {
        this.view = view;
    }

    static String draw(ShippingLabelView view) {
        ZplLabel label = new ZplLabel(view);
        label.carrier();
        label.addresses();
        label.handling();
        label.barcodes();
        label.references();
        return label.zpl.end();
    }

    private void carrier() {
        ShippingLabelView.Service service = view.service();
        String route = shorten(service.route(), 400, 72);
        int left = RIGHT - LEFT - (int) width(route, 72) - 16;
        zpl.text(LEFT, 24, 46, shorten(service.carrier(), left, 46))
                .text(LEFT, 80, 32, shorten(service.product(), left, 32));
        textAtTheRight(36, 72, route);
        zpl.line(LEFT, 124, RIGHT - LEFT, 3);
    }

    private void addresses() {
        zpl.text(LEFT, 132, 18, "From");
        rows(FittedText.fit(Documents.address(view.from()), FROM, FROM_SIZES, ZplLabel::width), 152);
        Parcel parcel = view.parcel();
        textAtTheRight(136, 52, parcel.number() + " / " + parcel.count());
        textAtTheRight(196, 30, shorten(parcel.weight(), 260, 30));
        zpl.line(LEFT, 262, RIGHT - LEFT, 3).text(LEFT, 270, 18, "To");
        rows(FittedText.fit(Documents.address(view.to()), TO, TO_SIZES, ZplLabel::width), 292);
        zpl.text(LEFT, 492, 26, shorten(Documents.contact(view.to()), RIGHT - LEFT, 26));
    }

    /** Placed by its estimated width: older printers cannot align a field to the right. */
    private void textAtTheRight(int y, int height, String text) {
        zpl.text(RIGHT - (int) width(text, height), y, height, text);
    }

    private void rows(FittedText text, int top) {
        double y = top;
        for (String row : text.rows()) {
            zpl.text(LEFT, (int) y, (int) text.size(), row);
            y += text.size() * 1.15;
        }
    }

    private void handling() {
        int x = LEFT;
        for (String mark : view.parcel().handling()) {
            String text = shorten(mark, RIGHT - x - 30, 31);
            int width = (int) width(text, 31) + 30;
            if (x + width <= RIGHT) {
                zpl.mark(x, 526, width, 44, text);
                x += width + 16;
            }
        }
    }

    private void barcodes() {
        String tracking = view.tracking();
        String sscc = view.parcel().sscc();
        boolean alone = sscc.isEmpty();
        zpl.line(LEFT, 582, RIGHT - LEFT, 3);
        symbol(598, alone ? 400 : 150, tracking, trackingModules(tracking), trackingData(tracking));
        if (!alone) {
            zpl.line(LEFT, 800, RIGHT - LEFT, 3);
            // Start C, FNC1, then AI 00 and the code in pairs: ten digits pairs and three more characters and the stop.
            symbol(816, 256, "(00) " + sscc, 11 * 13 + 13, ">;>800" + sscc);
        }
    }

    private void symbol(int y, int height, String text, int modules, String data) {
        int module = Math.min(MODULE_MAX, WIDTH / (modules + 2 * QUIET_MODULES));
        zpl.code128((WIDTH - modules * module) / 2, y, module, height, data);
        zpl.text((int) (WIDTH - width(text, 34)) / 2, y + height + 10, 34, text);
    }

    private void references() {
        zpl.line(LEFT, 1_136, RIGHT - LEFT, 3)
                .text(LEFT, 1_148, 26, shorten(Documents.references(view), RIGHT - LEFT, 26));
    }

    /** Pairs of digits take one character of subset C; anything else is written in subset B. */
    private static String trackingData(String tracking) {
        return inPairs(tracking) ? ">;" + tracking : ">:" + tracking;
    }

    private static int trackingModules(String tracking) {
        int characters = inPairs(tracking) ? tracking.length() / 2 : tracking.length();
        return 11 * (characters + 2) + 13;
    }

    private static boolean inPairs(String tracking) {
        return tracking.length() % 2 == 0 && tracking.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shorten(String text, int width, int height) {
        return FittedText.shorten(text, width, height, ZplLabel::width);
    }

    /** What the printer's built-in condensed typeface takes at most, by the kind of letter. */
    private static double width(String text, double height) {
        return height * text.codePoints().mapToDouble(ZplLabel::widthOf).sum();
    }

    private static double widthOf(int c) {
        if ("iljtf.,:;'|! ()[]/-".indexOf(c) >= 0) {
            return 0.32;
        }
        if ("mwMW@%".indexOf(c) >= 0) {
            return 0.82;
        }
        return c > 0x2E80 ? 1 : Character.isUpperCase(c) ? 0.62 : 0.54;
    }
}
