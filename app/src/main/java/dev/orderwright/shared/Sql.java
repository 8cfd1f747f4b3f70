package dev.orderwright.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one SQL statement. Every statement of the product is a {@code static final Sql} constant of a store, so
 * that a test can find and plan each of them against the schema, as the role of its module. Its {@code :names} are read
 * once, not at every call.
 */
public final class Sql {

    private final String text;
    private final String positional;
    private final List<String> names;

    private Sql(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a statement needs a text");
        }
        this.text = text;
        List<String> found = new ArrayList<>();
        this.positional = positional(text, found);
        this.names = List.copyOf(found);
    }

    public static Sql of(String text) {
        return new Sql(text.strip());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** With a question mark for each name. */
    String positional() {
        return positional;
    }

    /** The name behind each question mark. */
    List<String> names() {
        return names;
    }

    private static String positional(String text, List<String> names) {
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = endOfOther(text, i);
            if (end == i) {
                end = endOfName(text, i + 1);
                names.add(text.substring(i + 1, end));
                result.append('?');
            } else {
                result.append(text, i, end);
            }
            i = end;
        }
        return result.toString();
    }

    /** Where what begins at {@code i} ends if it is not a name: quoted text, a comment, a cast, a character. */
    private static int endOfOther(String text, int i) {
        char c = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (c == '\'' || c == '"') {
            return after(text, String.valueOf(c), i + 1);
        }
        if (c == '-' && next == '-') {
            return after(text, "\n", i);
        }
        if (c == ':' && next == ':') {
            return i + 2;
        }
        return c == ':' && Character.isJavaIdentifierStart(next) ? i : i + 1;
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
