package dev.orderwright.documents;

import java.nio.charset.StandardCharsets;

/**
 * Writes one label in ZPL II. Whatever is printed goes through {@link #field}: only letters, digits, blanks and a few
 * marks pass as they are, everything else as hexadecimal UTF-8, so that no text can be read as a command.
 */
final class Zpl {

    private static final int FIELD_LENGTH_MAX = 200;

    private final StringBuilder out = new StringBuilder(2_000);

    /** A label of the given size in dots, in UTF-8. */
    Zpl(int width, int length) {
        out.append("^XA^CI28^PW").append(width).append("^LL").append(length).append("^LH0,0\n");
    }

    Zpl text(int x, int y, int height, String text) {
        return print("^FO" + x + "," + y + "^A0N," + height + "," + height, text);
    }

    /** White text on a black bar. */
    Zpl mark(int x, int y, int width, int height, String text) {
        out.append("^FO%d,%d^GB%d,%d,%d^FS\n".formatted(x, y, width, height, height));
        int inner = height * 7 / 10;
        return print(
                "^FO" + (x + height / 3) + "," + (y + (height - inner) / 2) + "^FR^A0N," + inner + "," + inner, text);
    }

    Zpl line(int x, int y, int width, int thickness) {
        out.append("^FO%d,%d^GB%d,%d,%d^FS\n".formatted(x, y, width, thickness, thickness));
        return this;
    }

    /** A Code 128 symbol; the data may hold Zebra's invocation codes, such as {@code >;} to start in subset C. */
    Zpl code128(int x, int y, int module, int height, String data) {
        return print("^FO" + x + "," + y + "^BY" + module + "^BCN," + height + ",N,N,N", data);
    }

    String end() {
        return out.append("^PQ1^XZ\n").toString();
    }

    private Zpl print(String how, String data) {
        out.append(how).append("^FH_^FD").append(field(data)).append("^FS\n");
        return this;
    }

    static String field(String data) {
        StringBuilder field = new StringBuilder(data.length() + 16);
        data.codePoints().limit(FIELD_LENGTH_MAX).forEach(c -> {
            if (c < ' ' || c == 0x7F || Character.getType(c) == Character.CONTROL) {
                field.append(' ');
            } else if (isPlain(c)) {
                field.append((char) c);
            } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    field.append("_%02X".formatted(b));
                }
            }
        });
        return field.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || " .-/():;>".indexOf(c) >= 0;
    }
}
