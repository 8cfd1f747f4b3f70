package dev.orderwright.shared.ui;

import dev.orderwright.shared.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the names of facts and of their details are called by people. */
public final class FactWords {

    private static final String FACT = "shared.fact.";

    private FactWords() {}

    /** {@code UnitsBackordered} becomes {@code Units backordered}. */
    public static String happened(String type) {
        return Texts.has("shared.fact." + type) ? Texts.t("shared.fact." + type) : inWords(type, true);
    }

    /** The names of all facts that have words, in the order of their words. */
    public static List<String> types() {
        return Texts.keys(FACT).stream()
                .map(key -> key.substring(FACT.length()))
                .sorted(Comparator.comparing(
                        FactWords::happened,
                        Collator.getInstance(Texts.language().locale())))
                .toList();
    }

    /** {@code externalId} becomes {@code channel's number}: it stands before a value. */
    public static String detail(String key) {
        return Texts.has("shared.detail." + key) ? Texts.t("shared.detail." + key) : inWords(key, false);
    }

    private static String inWords(String camel, boolean capital) {
        String words = camel.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return capital ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
    }
}
