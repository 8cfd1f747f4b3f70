package dev.orderwright.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.orderwright.Browser;
import dev.orderwright.World;
import dev.orderwright.channels.retail.file.RetailData;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody sends a file in a browser, tries it dry, and takes it in. */
class UploadScenarioTests {

    private static final String FILE = RetailData.HEADER + """
            536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            """;

    @Test
    void aFileIsSentTriedAndTakenInFromThePage() {
        try (World world = World.fresh(Map.of("orderwright.workers", true));
                Browser browser = new Browser()) {
            Page page = browser.desk();
            Browser.signIn(page, world);
            page.navigate(world.url() + "/imports");
            assertThat(page.isVisible(".upload progress")).isFalse();
            page.setInputFiles("#file", payload("letter.csv", "Dear customer,\n"));
            page.click("#upload button");
            page.waitForSelector("#upload [role=alert]:not([hidden])");
            assertThat(page.textContent("#upload [role=alert]")).isNotBlank();

            page.setInputFiles("#file", payload("sales.csv", FILE));
            page.click("#upload button");
            page.waitForURL(url -> url.matches(".*/imports/\\d+"));
            // The page follows its import by itself.
            page.waitForSelector("#next");
            assertThat(page.textContent("#import")).contains("It was a dry run");
            page.click("#next");
            page.click("#dialog .button.primary");
            page.waitForCondition(() -> page.isVisible("#report") && !page.isVisible("#next"));
            assertThat(page.textContent("#import")).contains("orders placed").doesNotContain("dry run");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
