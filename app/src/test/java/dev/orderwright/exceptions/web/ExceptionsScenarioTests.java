package dev.orderwright.exceptions.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.exceptions.Trouble;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.exceptions.OpenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exceptions are counted down to zero, by keyboard alone. */
class ExceptionsScenarioTests {

    private static World world;
    private static Trouble trouble;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of("orderwright.workers", true));
        trouble = new Trouble(world);
        People.add(world, "ann", Role.OPERATIONS);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    @Test
    void holdsAreCountedDownToZeroByKeyboard() {
        List<Long> holds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Placed placed = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(3 + i)));
            holds.add(trouble.held(placed));
        }
        trouble.shop.place(trouble.shop.draft(trouble.shop.item().times(2)));
        Page page = browser.desk();
        Browser.signIn(page, world, "ann", People.PASSWORD);
        page.keyboard().press("g");
        page.keyboard().press("x");
        page.waitForURL("**/exceptions");
        Locator card = page.locator(".cause:has-text('On hold: Review')");
        assertThat(card.locator(".value")).hasText("6");
        look(page, "exceptions");

        card.click();
        assertThat(page.locator("tr[data-exception]")).hasCount(6);
        look(page, "exceptions-cause");

        // The second one is asked about, and left; then released with a reason, which brings the next one up.
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("1");
        Locator dialog = page.locator("#dialog");
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("Hold released");
        Browser.keep(page, "exceptions-fix");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(trouble.open("held-review", holds.get(1))).isPresent();
        page.keyboard().press("1");
        assertThat(page.locator("#ask-reason")).isFocused();
        page.keyboard().type("it is fine");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("Release. Done.");
        assertThat(trouble.open("held-review", holds.get(1))).isEmpty();
        assertThat(page.locator("tr.current")).hasAttribute("data-exception", Long.toString(holds.get(2)));

        page.keyboard().press("a");
        assertThat(page.locator("tr[data-exception='" + holds.get(2) + "']")).containsText("You");
        assertThat(page.locator("tr.current")).hasAttribute("data-exception", Long.toString(holds.get(2)));

        page.keyboard().press("l");
        assertThat(page.locator("#ask-until")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("tr[data-exception]")).hasCount(4);
        assertThat(page.locator("tr[data-exception='" + holds.get(2) + "']")).hasCount(0);

        page.check("[data-select-all]");
        page.locator("[data-select-all]").blur();
        page.keyboard().press("1");
        assertThat(page.locator("#reason-release")).isFocused();
        page.keyboard().type("all is well");
        Browser.keep(page, "exceptions-bulk");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("4 exceptions are being mended.");
        page.waitForCondition(
                () -> trouble.all("held-review").stream().map(OpenException::id).allMatch(holds.get(2)::equals),
                new Page.WaitForConditionOptions().setTimeout(30_000));
        page.navigate(world.url() + "/exceptions/held-review");
        assertThat(page.locator("main")).containsText("Nothing left to mend");
        page.navigate(world.url() + "/exceptions/held-review?view=put-off");
        assertThat(page.locator("tr[data-exception]")).hasCount(1);
    }

    private static void look(Page page, String name) {
        Browser.keepWhole(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.keepWhole(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        Browser.keepWhole(page, name + "-phone");
        page.setViewportSize(1360, 850);
    }

    @Test
    void whatSomebodyElseMendsLeavesAnOpenListByItself() {
        long hold = trouble.held();
        Page page = browser.desk();
        Browser.signIn(page, world, "ann", People.PASSWORD);
        page.navigate(world.url() + "/exceptions/held-review");
        Locator row = page.locator("tr[data-exception='" + hold + "']");
        assertThat(row).isVisible();
        page.waitForTimeout(1_000);

        trouble.fix("held-review", "release", "from elsewhere", hold);

        assertThat(row).hasCount(0);
    }
}
