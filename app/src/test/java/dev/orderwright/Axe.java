package dev.orderwright;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds that keeps people from using a page: by the guidelines up to 2.2 AA, and what it calls good practice. */
public final class Axe {

    private static final String LOOK = """
            async () => {
                const found = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a',
                    'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] });
                return found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3)
                    .map(node => node.target.join(' ')).join(' | '));
            }
            """;

    private Axe() {}

    /** Of a page as it is shown now, each with the places it is at. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(script());
        }
        return (List<String>) Objects.requireNonNull(page.evaluate(LOOK));
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
