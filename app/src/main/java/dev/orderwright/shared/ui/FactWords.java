package dev.orderwright.shared.ui;

import dev.orderwright.shared.Texts;
import java.util.Locale;

/** What the names of facts and of their details are called by people. */
public final class FactWords {

    private FactWords() {}

    /** {@code UnitsBackordered} becomes {@code Units backordered}. */
    public static String happened(String type) {
        return Texts.has("shared.fact." + type) ? Texts.t("shared.fact." + type) : inWords(type, true);
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
