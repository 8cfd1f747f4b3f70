package dev.orderwright.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns what a person types into a search box into what PostgreSQL understands. */
public final class SearchText {

    private static final int WORDS_MAX = 12;

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

    /** A {@code like} pattern for texts that begin with what was typed, taken literally. */
    public static String prefix(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
