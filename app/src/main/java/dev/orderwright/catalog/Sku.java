package dev.orderwright.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * The code by which people and partners name an item. {@code 85123a} and {@code  85123A } are the same SKU: it is kept
 * trimmed and in upper case.
 */
public record Sku(String code) implements Comparable<Sku> {

    /** The longest code. */
    public static final int LENGTH_MAX = 64;

    public Sku {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException(
                    "a SKU has 1 to " + LENGTH_MAX + " printable characters in upper case, not '" + code + "'");
        }
    }

    /** The SKU where a malformed code would be a bug. */
    public static Sku of(String code) {
        return new Sku(normal(code));
    }

    /** The SKU of what somebody typed or sent, empty when it cannot be one. */
    public static Optional<Sku> parse(String code) {
        String normal = normal(code);
        return isWellFormed(normal) ? Optional.of(new Sku(normal)) : Optional.empty();
    }

    private static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isWellFormed(String code) {
        return !code.isEmpty()
                && code.length() <= LENGTH_MAX
                && (isPlain(code)
                        || (code.equals(normal(code)) && code.codePoints().allMatch(Sku::isPrintable)));
    }

    /** What nearly all codes are made of, seen without looking each character up. */
    private static boolean isPlain(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c <= ' ' || c > '~' || (c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    @Override
    public int compareTo(Sku other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
