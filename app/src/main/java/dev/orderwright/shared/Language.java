package dev.orderwright.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A language that people can have the product in: its words, from {@code messages/<module>_<language>.properties}, and
 * how it writes numbers and dates. A word that a language lacks is shown in English.
 */
public final class Language {

    private static final String FILES = "classpath*:/messages/*_*.properties";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final Map<String, Language> ALL = read();

    /** What everything is written in first. */
    public static final Language ENGLISH = Objects.requireNonNull(ALL.get("en"), "the English words are missing");

    private final Locale locale;
    private final Map<String, String> texts;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;

    Language(String code, Map<String, String> texts) {
        // The date and number formats of British English.
        this.locale = code.equals("en") ? Locale.UK : Locale.forLanguageTag(code);
        this.texts = texts;
        this.moment = pattern("shared.pattern.moment", "EEE d MMM yyyy HH:mm z");
        this.day = pattern("shared.pattern.day", "EEE d MMM yyyy");
        this.shortDay = pattern("shared.pattern.shortDay", "d MMM");
    }

    private DateTimeFormatter pattern(String key, String english) {
        return DateTimeFormatter.ofPattern(texts.getOrDefault(key, english), locale);
    }

    private static Map<String, Language> read() {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String name = Objects.requireNonNull(file.getFilename());
                String code = name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.'));
                Properties lines = new Properties();
                try (InputStream in = file.getInputStream()) {
                    lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                Map<String, String> known = texts.computeIfAbsent(code, c -> new TreeMap<>());
                lines.stringPropertyNames().forEach(key -> known.put(key, lines.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Language> languages = new LinkedHashMap<>();
        texts.forEach((code, words) -> languages.put(code, new Language(code, Map.copyOf(words))));
        return Collections.unmodifiableMap(languages);
    }

    /** All that there are, by their codes ({@code de}) in their order. */
    public static Collection<Language> all() {
        return ALL.values();
    }

    /** @param code {@code de}, {@code de-AT} */
    public static Optional<Language> of(String code) {
        String language = code.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALL.get(language));
    }

    /** Two letters: {@code en}. */
    public String code() {
        return texts.getOrDefault("shared.language.code", locale.getLanguage());
    }

    /** As its own speakers call it. */
    public String name() {
        return texts.getOrDefault("shared.language.name", code());
    }

    public Locale locale() {
        return locale;
    }

    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(code());
    }

    /** {@code Thu 9 Jul 2026 14:03 BST}. */
    public DateTimeFormatter moment() {
        return moment;
    }

    /** {@code Thu 9 Jul 2026}. */
    public DateTimeFormatter day() {
        return day;
    }

    /** {@code 9 Jul}. */
    public DateTimeFormatter shortDay() {
        return shortDay;
    }

    /** The text under a key, as it stands in the file; null when this language has none. */
    @Nullable
    String own(String key) {
        return texts.get(key);
    }

    List<String> keys(String beginning) {
        return texts.keySet().stream().filter(key -> key.startsWith(beginning)).toList();
    }

    @Override
    public String toString() {
        return code();
    }
}
