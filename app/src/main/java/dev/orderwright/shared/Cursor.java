package dev.orderwright.shared;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in a sorted list, as the sort key of the last row that was seen; opaque to callers. */
public record Cursor(List<String> key) {

    private static final char SEPARATOR = '\u001f';
    private static final char NOT_TEXT = '\ufffd';
    private static final int YEAR_MAX = 9999;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(Stream.of(key).map(Object::toString).toList());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @return {@code start} when there is no cursor
     * @throws BadCursor when the text was not made by this program
     */
    public static Cursor parse(@Nullable String text, Cursor start) {
        if (text == null || text.isEmpty()) {
            return start;
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(key.split(String.valueOf(SEPARATOR), -1)));
            if (cursor.key.size() != start.key.size() || isDamaged(key)) {
                throw new BadCursor(text);
            }
            return cursor;
        } catch (IllegalArgumentException e) {
            throw new BadCursor(text);
        }
    }

    /** What no key has: the database would not take it, or it was no text. */
    private static boolean isDamaged(String key) {
        return key.chars().anyMatch(c -> c == NOT_TEXT || c < ' ' && c != SEPARATOR);
    }

    public String text() {
        byte[] key = this.key.stream()
                .collect(Collectors.joining(String.valueOf(SEPARATOR)))
                .getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    public String string(int index) {
        return key.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(key.get(index));
        } catch (NumberFormatException e) {
            throw new BadCursor(text());
        }
    }

    public LocalDate day(int index) {
        try {
            LocalDate day = LocalDate.parse(key.get(index));
            if (day.getYear() < 1 || day.getYear() > YEAR_MAX) {
                throw new BadCursor(text());
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new BadCursor(text());
        }
    }

    /** The caller sent a cursor that no page gave out. */
    public static final class BadCursor extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String text;

        BadCursor(String text) {
            super("'" + text + "' is not a cursor of this list");
            this.text = text;
        }

        /** What was sent, as far as it is known. */
        public String text() {
            return text;
        }
    }
}
