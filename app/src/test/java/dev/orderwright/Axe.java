package dev.orderwright;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What axe finds that keeps people from using a page: by the guidelines up to 2.2 AA, and what it calls good practice.
 * Whether texts stand out is what {@link Contrast} finds, in a tenth of the time.
 */
public final class Axe {

    private static final String LOOK = """
            async (runOnly) => {
                const found = await axe.run(document, { runOnly, resultTypes: ['violations'],
                    rules: { 'color-contrast': { enabled: false } }, preload: runOnly.type === 'tag' });
                return found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3)
                    .map(node => node.target.join(' ')).join(' | '));
            }
            """;

    private static final Map<String, Object> ALL = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

    /** What depends on what the width of the window hides, shows and squeezes. */
    private static final Map<String, Object> OF_WIDTH = Map.of(
            "type",
            "rule",
            "values",
            List.of(
                    "target-size",
                    "scrollable-region-focusable",
                    "aria-hidden-focus",
                    "nested-interactive",
                    "button-name",
                    "link-name",
                    "label",
                    "region",
                    "page-has-heading-one",
                    "landmark-unique"));

    private Axe() {}

    /** Of a page as it is shown now, each with the places it is at; pale texts too. */
    public static List<String> violations(Page page) {
        List<String> found = new ArrayList<>(violations(page, ALL));
        found.addAll(Contrast.paleTexts(page));
        return found;
    }

    /** The same of a page that has been looked at in another width. */
    public static List<String> violationsOfWidth(Page page) {
        return violations(page, OF_WIDTH);
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, Map<String, Object> rules) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(script());
        }
        return (List<String>) Objects.requireNonNull(page.evaluate(LOOK, rules));
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
