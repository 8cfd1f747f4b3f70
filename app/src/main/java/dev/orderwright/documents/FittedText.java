package dev.orderwright.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Text broken into rows at the largest size at which all of it fits a space. */
record FittedText(double size, List<String> rows) {

    private static final String ELLIPSIS = "…";

    /** A space, in the same unit as the sizes; rows stand one size times this factor below each other. */
    record Space(double width, double height, double lineHeight) {

        int rowsAt(double size) {
            return Math.max(1, (int) (height / (size * lineHeight)));
        }
    }

    /**
     * Tries the sizes from the first on. Where even the last one is too large, rows that do not fit are given up and
     * the last row ends in an ellipsis, so that it can be seen.
     */
    static FittedText fit(List<String> lines, Space space, double[] sizes, ToDoubleBiFunction<String, Double> measure) {
        List<String> rows = List.of();
        double size = sizes[0];
        for (double candidate : sizes) {
            size = candidate;
            rows = wrap(lines, space, size, measure);
            if (rows.size() <= space.rowsAt(size)) {
                return new FittedText(size, rows);
            }
        }
        int kept = space.rowsAt(size);
        List<String> cut = new ArrayList<>(rows.subList(0, kept));
        cut.set(kept - 1, shorten(cut.get(kept - 1) + " " + rows.get(kept), space.width(), size, measure));
        return new FittedText(size, List.copyOf(cut));
    }

    /** One row of the given size, ending in an ellipsis where it does not fit. */
    static String shorten(String text, double width, double size, ToDoubleBiFunction<String, Double> measure) {
        double room = width - measure.applyAsDouble(ELLIPSIS, size);
        double used = 0;
        int end = 0;
        for (int at = 0; at < text.length() && used <= width; ) {
            int next = text.offsetByCodePoints(at, 1);
            used += measure.applyAsDouble(text.substring(at, next), size);
            at = next;
            end = used <= room ? at : end;
        }
        return used <= width ? text : text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static List<String> wrap(
            List<String> lines, Space space, double size, ToDoubleBiFunction<String, Double> measure) {
        List<String> rows = new ArrayList<>();
        int enough = space.rowsAt(size) + 1;
        for (String line : lines) {
            String rest = line.strip();
            while (!rest.isEmpty() && rows.size() < enough) {
                int end = rowEnd(rest, space.width(), size, measure);
                rows.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
        }
        return rows;
    }

    /** Breaks at the last blank that fits; a word longer than the row is broken where the row ends. */
    private static int rowEnd(String text, double width, double size, ToDoubleBiFunction<String, Double> measure) {
        int blank = -1;
        int end = 0;
        double used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += measure.applyAsDouble(text.substring(end, next), size);
            if (used > width && end > 0) {
                return blank > 0 ? blank : end;
            }
            if (Character.isWhitespace(text.codePointAt(end))) {
                blank = end;
            }
            end = next;
        }
        return text.length();
    }
}
