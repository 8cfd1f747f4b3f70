package dev.orderwright.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the content security policy would refuse in the browser is found here first, in every module's templates. */
class TemplatesRulesTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** Papers have style sheets of their own and are never seen by a browser. */
    private static final Path PRINTED = TEMPLATES.resolve("documents");

    private static final Path STYLES = Path.of("src/main/resources/static/console");
    private static final Path ICONS = Path.of("src/main/resources/static/console/icons.svg");

    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
    private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style\\b");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\bsrc=)");
    private static final Pattern EVALUATED = Pattern.compile("\\bhx-(on|vals='js:|vals=\"js:)");
    private static final Pattern UNESCAPED = Pattern.compile("\\$unsafe");
    private static final Pattern ELSEWHERE = Pattern.compile("(src|href|action)=\"https?:");

    @Test
    void templatesHaveNoInlineScriptsStylesOrHandlers() {
        assertThat(templates()).hasSizeGreaterThan(20).allSatisfy(template -> {
            String text = read(template);
            for (Pattern forbidden : List.of(HANDLER, STYLE, INLINE_SCRIPT, EVALUATED, UNESCAPED, ELSEWHERE)) {
                assertThat(forbidden.matcher(text).results().map(found -> found.group()))
                        .as(template.toString())
                        .isEmpty();
            }
        });
    }

    @Test
    void everyClassThatATemplateNamesStandsInAStyleSheet() {
        String styles = files(STYLES, ".css").map(TemplatesRulesTests::read).collect(Collectors.joining("\n"));
        Set<String> unknown = new TreeSet<>();
        for (Path template : templates()) {
            Pattern.compile("class=\"([^\"$]+)")
                    .matcher(read(template))
                    .results()
                    .flatMap(found -> Arrays.stream(found.group(1).strip().split("\\s+")))
                    .filter(name -> !Pattern.compile("\\." + Pattern.quote(name) + "(?![\\w-])")
                            .matcher(styles)
                            .find())
                    .forEach(name -> unknown.add(template.getFileName() + ": " + name));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyIconThatATemplateNamesIsDrawn() {
        String icons = read(ICONS);
        for (Path template : templates()) {
            Pattern.compile("icon\\(shell = shell, name = \"([a-z-]+)\"\\)|\\bicon = \"([a-z-]+)\"")
                    .matcher(read(template))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(name -> assertThat(icons).as(template.toString()).contains("id=\"" + name + "\""));
        }
    }

    private static List<Path> templates() {
        return files(TEMPLATES, ".jte")
                .filter(file -> !file.startsWith(PRINTED))
                .toList();
    }

    private static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
