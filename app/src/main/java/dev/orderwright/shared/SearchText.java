package dev.orderwright.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns what a person types into a search box into what PostgreSQL understands. */
public final class SearchText {

    private static final int WORDS_MAX = 12;
    private static final int BEGINNING_MIN = 3;
    /** So many digits tell a phone number from a house number. */
    private static final int PHONE_MIN = 6;
    /** The longest number within a country; what is before it may be left out or written in several ways. */
    private static final int PHONE_MAX = 9;

    private SearchText() {}

    /**
     * A {@code tsquery} that finds texts which have a word beginning with each of the typed words, in any order. Empty
     * when nothing was typed that could be found: such a query finds nothing.
     */
    public static String words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    /**
     * The same for what is looked up with each key that is pressed: words of one or two letters are taken as they stand,
     * because half of everything begins with them.
     */
    public static String typing(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .map(word -> "'" + word + (word.length() < BEGINNING_MIN ? "'" : "':*"))
                .collect(Collectors.joining(" & "));
    }

    /**
     * The digits of a phone number from the last to the first, without what comes before the area: {@code +44 113 496 0000}
     * and {@code 0113 4960000} are the same. Empty for what is no phone number.
     */
    public static String phoneBackwards(String typed) {
        String digits = typed.replaceAll("[\\s()+./-]", "").replaceFirst("^0+", "");
        return digits.length() < PHONE_MIN || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? ""
                : new StringBuilder(digits.substring(Math.max(0, digits.length() - PHONE_MAX)))
                        .reverse()
                        .toString();
    }

    /** A {@code like} pattern for texts that begin with what was typed, taken literally. */
    public static String prefix(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
