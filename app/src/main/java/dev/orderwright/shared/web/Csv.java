package dev.orderwright.shared.web;

import java.util.Collection;
import java.util.stream.Collectors;

/** Rows of a table as RFC 4180 has them, safe to open in a spreadsheet. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /**
     * A text. What a spreadsheet would take for a formula is shown to it as text by an apostrophe: the words may come from
     * somebody who means harm.
     */
    public static String text(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Cells that are ready, as a line. */
    public static String line(Collection<String> cells) {
        return cells.stream().collect(Collectors.joining(",", "", "\r\n"));
    }
}
