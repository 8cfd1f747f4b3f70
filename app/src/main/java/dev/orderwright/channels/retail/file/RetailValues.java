package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of one field into its value, or null when it is not one. Strict: nothing is rounded or repaired. */
final class RetailValues {

    private static final int QUANTITY_DIGITS_MAX = 9;
    private static final int PRICE_DIGITS_MAX = 7;
    private static final int PRICE_DECIMALS_MAX = 9;
    private static final String TIME_SHAPE = "0000-00-00 00:00:00";

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** Null when the bytes are not UTF-8, or have a control character, which no text of a database may have. */
    @Nullable
    String text(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int at = from; at < to; at++) {
            if (isControl(bytes[at])) {
                return null;
            }
            ascii &= bytes[at] >= 0;
        }
        return ascii ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : decoded(bytes, from, to);
    }

    static boolean hasControl(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isControl(bytes[at])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isControl(byte character) {
        return character >= 0 && character < ' ' && character != '\t' && character != '\n' && character != '\r';
    }

    private @Nullable String decoded(byte[] bytes, int from, int to) {
        CharBuffer chars = CharBuffer.allocate(to - from);
        utf8.reset();
        boolean broken = utf8.decode(ByteBuffer.wrap(bytes, from, to - from), chars, true)
                .isError();
        return broken ? null : chars.flip().toString();
    }

    /** The source writes customer numbers as {@code 17850.0}. */
    @Nullable
    String customer(byte[] bytes, int from, int to) {
        boolean number = to - from > 2 && bytes[to - 1] == '0' && bytes[to - 2] == '.' && digits(bytes, from, to - 2);
        String text = text(bytes, from, number ? to - 2 : to);
        return text == null ? null : text.strip();
    }

    @Nullable
    LocalDateTime time(byte[] bytes, int from, int to) {
        if (to - from != TIME_SHAPE.length()) {
            return null;
        }
        for (int i = 0; i < TIME_SHAPE.length(); i++) {
            char shape = TIME_SHAPE.charAt(i);
            boolean fits = shape == '0' ? isDigit(bytes[from + i]) : bytes[from + i] == shape;
            if (!fits) {
                return null;
            }
        }
        int year = number(bytes, from, from + 4);
        int month = number(bytes, from + 5, from + 7);
        int day = number(bytes, from + 8, from + 10);
        int hour = number(bytes, from + 11, from + 13);
        int minute = number(bytes, from + 14, from + 16);
        int second = number(bytes, from + 17, from + 19);
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour < 24
                && minute < 60
                && second < 60;
        return real ? LocalDateTime.of(year, month, day, hour, minute, second) : null;
    }

    /** At most 7 digits before and 9 after the point, so that any quantity times any price fits into cents. */
    @Nullable
    BigDecimal price(byte[] bytes, int from, int to) {
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        int point = first;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        boolean whole = point > first && point - first <= PRICE_DIGITS_MAX && digits(bytes, first, point);
        boolean decimals =
                point == to || (point + 1 < to && to - point - 1 <= PRICE_DECIMALS_MAX && digits(bytes, point + 1, to));
        return whole && decimals
                ? new BigDecimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                : null;
    }

    /** At most 9 digits: more units of one article on one line are a slip of the pen. */
    static boolean isQuantity(byte[] bytes, int from, int to) {
        int first = from < to && bytes[from] == '-' ? from + 1 : from;
        return to > first && to - first <= QUANTITY_DIGITS_MAX && digits(bytes, first, to);
    }

    static long quantity(byte[] bytes, int from, int to) {
        return bytes[from] == '-' ? -number(bytes, from + 1, to) : number(bytes, from, to);
    }

    private static boolean digits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }
}
