package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that people read stands in the files of words: no text is written into a template, no key is missing, none is left over. */
class TextsRulesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java");
    /** Papers and letters are not in the language of who prints or sends them. */
    private static final List<Path> PAPERS =
            List.of(TEMPLATES.resolve("documents"), TEMPLATES.resolve("notifications/letter.jte"));

    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern DECLARED = Pattern.compile("@(import|param)[^\n]*");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Begins as a sentence or a title does. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][a-z’]*([ ,.:…–-].*|[a-z]+)?");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_]+){2,})\"");
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)");

    /** The name of the product, and what stands on keys and on command codes. */
    private static final Set<String> NO_WORDS = Set.of("Orderwright", "Ctrl", "Enter", "Shift", "SEAL");

    @Test
    void templatesHaveNoTextOfTheirOwn() {
        Map<String, List<String>> strays = new TreeMap<>();
        files(TEMPLATES, ".jte")
                .filter(file -> PAPERS.stream().noneMatch(file::startsWith))
                .forEach(file -> {
                    List<String> found = strays(read(file));
                    if (!found.isEmpty()) {
                        strays.put(TEMPLATES.relativize(file).toString(), found);
                    }
                });
        assertThat(strays).isEmpty();
    }

    private static List<String> strays(String template) {
        String text = DECLARED.matcher(COMMENT.matcher(template).replaceAll("")).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            String words = literal.group(1);
            if (SENTENCE.matcher(words).matches() && !words.equals(words.toUpperCase(java.util.Locale.ROOT))) {
                found.add(words);
            }
        }
        String plain = withoutCode(text).replaceAll("&\\w+;", "");
        Matcher word = Pattern.compile("\\p{L}{2,}").matcher(plain);
        while (word.find()) {
            if (!NO_WORDS.contains(word.group())) {
                found.add(word.group());
            }
        }
        return found;
    }

    /** Only what stands between tags, expressions and directives. */
    private static String withoutCode(String template) {
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            int end = codeEnd(template, i);
            if (end > i) {
                plain.append(' ');
                i = end;
            } else {
                plain.append(template.charAt(i++));
            }
        }
        return plain.toString();
    }

    private static final Pattern CODE_START = Pattern.compile(
            "\\$\\{|!\\{|@(?:if|elseif|for|template\\.[\\w.]+)\\(|@(?:else|endif|endfor)\\b|</?\\w|<!|@`|`");

    private static int codeEnd(String template, int from) {
        Matcher start = CODE_START.matcher(template).region(from, template.length());
        if (!start.lookingAt()) {
            return from;
        }
        String begins = start.group();
        return switch (begins.charAt(begins.length() - 1)) {
            case '{' -> closed(template, start.end() - 1, '{', '}');
            case '(' -> closed(template, start.end() - 1, '(', ')');
            default -> begins.startsWith("<") ? closed(template, from, '<', '>') : start.end();
        };
    }

    /** Arrows of lambdas and signs in expressions stand in braces, so that a tag ends where its last bracket does. */
    private static int closed(String template, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < template.length(); i++) {
            char at = template.charAt(i);
            if (at == '"' && open != '<') {
                i = template.indexOf('"', i + 1);
            } else if (open == '<' && template.startsWith("${", i)) {
                i = closed(template, i + 1, '{', '}') - 1;
            } else if (open == '<' && template.startsWith("@if(", i)) {
                i = closed(template, i + 3, '(', ')') - 1;
            } else if (at == open) {
                depth++;
            } else if (at == close && --depth == 0) {
                return i + 1;
            }
        }
        return template.length();
    }

    @Test
    void everyKeyThatIsUsedHasAText() {
        Set<String> known = keys("en");
        Set<String> missing = new TreeSet<>();
        sources()
                .forEach(source -> USED.matcher(source)
                        .results()
                        .map(used -> used.group(1))
                        .forEach(key -> {
                            if (!key.endsWith(".") && !known.contains(key)) {
                                missing.add(key);
                            }
                        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsUsed() {
        Set<String> used = sources()
                .flatMap(source -> KEY.matcher(source).results().map(key -> key.group(1)))
                .collect(Collectors.toSet());
        assertThat(keys("en"))
                .filteredOn(key -> !used.contains(key) && !isMadeOfAName(key))
                .isEmpty();
    }

    /** {@code orders.SliceState.RESERVED}, {@code shared.fact.OrderPlaced}: its name is made of the value. */
    private static boolean isMadeOfAName(String key) {
        return key.matches(
                "[a-z]+\\.[A-Z]\\w+\\.[A-Z0-9_]+|shared\\.(fact|detail|units|pattern|language)\\.\\w+|[a-z]+\\.[a-z]+\\.[A-Z]+|orders\\.why\\.(because|short)\\.[a-z-]+");
    }

    @Test
    void allLanguagesSayTheSame() {
        Map<String, String> english = texts("en");
        for (String language : languages()) {
            Map<String, String> texts = texts(language);
            assertThat(texts.keySet()).as(language).isEqualTo(english.keySet());
            texts.forEach((key, text) ->
                    assertThat(holes(text)).as(language + " " + key).isEqualTo(holes(english.getOrDefault(key, ""))));
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(hole -> hole.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) {
        return texts(language).keySet();
    }

    /** Each key once, and in the file of its module. */
    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        files(MESSAGES, "_" + language + ".properties").forEach(file -> {
            String module = file.getFileName().toString().replaceAll("_.*", "");
            read(file)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String key = line.substring(0, line.indexOf('=')).strip();
                        assertThat(key).as(file.toString()).startsWith(module + ".");
                        assertThat(texts.put(
                                        key,
                                        line.substring(line.indexOf('=') + 1).strip()))
                                .as(key)
                                .isNull();
                    });
        });
        return texts;
    }

    private static Set<String> languages() {
        return files(MESSAGES, ".properties")
                .map(file -> file.getFileName().toString().replaceAll(".*_|\\.properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() {
        return Stream.of(files(TEMPLATES, ".jte"), files(CODE, ".java"))
                .flatMap(Function.identity())
                .map(TextsRulesTests::read);
    }

    private static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
