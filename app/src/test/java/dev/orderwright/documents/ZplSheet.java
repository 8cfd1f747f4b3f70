package dev.orderwright.documents;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code128.CodeSet;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.graphics.Rectangle;

/** Reads ZPL as a printer does: one label at a time, command by command, and paints what it understood. */
record ZplSheet(int width, int length, List<Field> fields) {

    private static final Pattern COMMAND = Pattern.compile("([\\^~])([A-Z0-9@][A-Z0-9@]?)([^\\^~]*)", Pattern.DOTALL);

    /** One printed thing: a text, a box or a barcode, with what it holds after the hexadecimal escapes are undone. */
    record Field(String kind, int x, int y, List<Integer> size, String data) {}

    /** Reads every label of the data; bytes that belong to no label are an error. */
    static List<ZplSheet> read(byte[] zpl) {
        String text = new String(zpl, StandardCharsets.US_ASCII);
        List<ZplSheet> sheets = new ArrayList<>();
        Parser parser = new Parser();
        Matcher commands = COMMAND.matcher(text);
        int end = 0;
        while (commands.find()) {
            if (commands.start() != end) {
                throw new IllegalStateException("Not a command at " + end);
            }
            end = commands.end();
            parser.take(commands.group(1) + commands.group(2), commands.group(3).stripTrailing(), sheets);
        }
        if (end != text.length() || parser.open) {
            throw new IllegalStateException("The label does not end");
        }
        return sheets;
    }

    private static final class Parser {

        private boolean open;
        private int width;
        private int length;
        private int x;
        private int y;
        private int module;
        private boolean hex;
        private String kind = "";
        private List<Integer> size = List.of();
        private List<Field> fields = new ArrayList<>();

        void take(String command, String rest, List<ZplSheet> sheets) {
            if (!open && !command.equals("^XA")) {
                throw new IllegalStateException(command + " outside of a label");
            }
            switch (command) {
                case "^XA" -> open();
                case "^XZ" -> {
                    sheets.add(new ZplSheet(width, length, List.copyOf(fields)));
                    open = false;
                }
                case "^PW" -> width = Integer.parseInt(rest);
                case "^LL" -> length = Integer.parseInt(rest);
                case "^CI" -> require(rest.equals("28"), "UTF-8");
                case "^LH", "^PQ", "^FR" -> {}
                case "^FO" -> {
                    List<Integer> at = numbers(rest);
                    x = at.get(0);
                    y = at.get(1);
                }
                case "^A0" -> field("text", numbers(rest.substring(2)));
                case "^BY" -> module = Integer.parseInt(rest);
                case "^BC" ->
                    field(
                            "code128",
                            List.of(
                                    module,
                                    numbers(rest.substring(2, rest.indexOf(",N")))
                                            .getFirst()));
                case "^GB" -> field("box", numbers(rest));
                case "^FH" -> hex = rest.equals("_");
                case "^FD" -> fields.add(new Field(kind, x, y, size, hex ? unescaped(rest) : rest));
                case "^FS" -> {
                    if (kind.equals("box")) {
                        fields.add(new Field(kind, x, y, size, ""));
                    }
                    kind = "";
                    hex = false;
                }
                default -> throw new IllegalStateException("Unexpected command " + command);
            }
        }

        private void open() {
            require(!open, "a label inside of a label");
            open = true;
            fields = new ArrayList<>();
        }

        private void field(String newKind, List<Integer> newSize) {
            kind = newKind;
            size = newSize;
        }

        private static void require(boolean condition, String what) {
            if (!condition) {
                throw new IllegalStateException("Expected " + what);
            }
        }

        private static List<Integer> numbers(String text) {
            return Pattern.compile(",")
                    .splitAsStream(text)
                    .map(Integer::valueOf)
                    .toList();
        }

        private static String unescaped(String data) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int at = 0; at < data.length(); at++) {
                if (data.charAt(at) == '_') {
                    bytes.write(Integer.parseInt(data.substring(at + 1, at + 3), 16));
                    at += 2;
                } else {
                    bytes.write(data.charAt(at));
                }
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    List<String> texts() {
        return fields.stream()
                .filter(field -> field.kind().equals("text"))
                .map(Field::data)
                .toList();
    }

    /** Paints the label, one dot a pixel. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, length, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, width, length);
        paper.setColor(Color.BLACK);
        for (Field field : fields) {
            switch (field.kind()) {
                case "box" ->
                    paper.fillRect(
                            field.x(),
                            field.y(),
                            field.size().get(0),
                            Math.max(field.size().get(1), field.size().get(2)));
                case "text" -> paintText(paper, field);
                case "code128" -> paintBars(paper, field);
                default -> throw new IllegalStateException(field.kind());
            }
        }
        paper.dispose();
        return image;
    }

    private static void paintText(Graphics2D paper, Field field) {
        Graphics2D pen = (Graphics2D) paper.create();
        pen.setXORMode(Color.WHITE);
        pen.setFont(new Font("Liberation Sans Narrow", Font.BOLD, field.size().get(0)));
        pen.drawString(field.data(), field.x(), field.y() + field.size().get(0) * 4 / 5);
        pen.dispose();
    }

    private static void paintBars(Graphics2D paper, Field field) {
        String data = field.data();
        if (!data.startsWith(">;") && !data.startsWith(">:")) {
            throw new IllegalStateException("A barcode without a start character: " + data);
        }
        Code128 symbol = new Code128();
        symbol.setModuleWidth(field.size().get(0));
        symbol.setBarHeight(field.size().get(1));
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setCodeSet(data.startsWith(">;") ? CodeSet.C : CodeSet.B);
        symbol.setContent(data.substring(2).replace(">8", "\\<FNC1>"));
        for (Rectangle bar : symbol.getRectangles()) {
            paper.fillRect(
                    field.x() + (int) bar.x,
                    field.y(),
                    (int) bar.width,
                    field.size().get(1));
        }
    }
}
