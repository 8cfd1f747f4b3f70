package dev.orderwright.operations.web;

import dev.orderwright.shared.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people call the commands that programs know by names such as {@code cancel-order}. */
final class CommandWords {

    private static final String KEY = "operations.Command.";

    private CommandWords() {}

    /** {@code Cancel an order}; {@code open-drawer} becomes {@code Open drawer} while nobody has better words for it. */
    static String of(String kind) {
        String key = KEY + kind.toUpperCase(Locale.ROOT).replace('-', '_');
        if (Texts.has(key)) {
            return Texts.t(key);
        }
        String words = kind.replace('-', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Words by the names of commands, in the order of the words. */
    static Map<String, String> all() {
        List<String> kinds = Texts.keys(KEY).stream()
                .map(key -> key.substring(KEY.length()).toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted(Comparator.comparing(
                        CommandWords::of, Collator.getInstance(Texts.language().locale())))
                .toList();
        Map<String, String> words = new LinkedHashMap<>();
        kinds.forEach(kind -> words.put(kind, of(kind)));
        return words;
    }
}
