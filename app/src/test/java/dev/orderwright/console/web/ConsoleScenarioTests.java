package dev.orderwright.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shell as people use it: keys, palette, theme, rows, phone, print. */
class ConsoleScenarioTests {

    private static World world;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh();
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page signedIn(Page page) {
        Browser.signIn(page, world);
        return page;
    }

    @Test
    void aPersonSignsInByKeyboardAndIsToldWhatWasWrong() {
        Page page = browser.desk();
        page.navigate(world.url() + "/admin/keys");
        assertThat(page.locator("#login")).isFocused();
        page.keyboard().type("admin");
        page.keyboard().press("Tab");
        page.keyboard().type("not the password");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Login or password is not right.");
        assertThat(page.locator("#login")).hasValue("admin");
        assertThat(page.locator("#password")).isFocused();
        Browser.keep(page, "sign-in");
        page.keyboard()
                .type(world.bean(dev.orderwright.access.FirstAdministrator.class)
                        .oneTimePassword()
                        .orElseThrow());
        page.keyboard().press("Enter");
        page.waitForURL("**/admin/keys");
        assertThat(page.locator("h1")).hasText("API keys");
    }

    @Test
    void keysJumpSearchAndHelp() {
        Page page = signedIn(browser.desk());
        page.keyboard().press("g");
        page.keyboard().press("u");
        page.waitForURL("**/admin/users");
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("g?");
        assertThat(page.locator("#search")).hasValue("g?");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void thePaletteGoesAnywhereAndDoesWhatThePageOffers() {
        Page page = signedIn(browser.desk());
        page.navigate(world.url() + "/admin/users");
        page.keyboard().press("Control+k");
        page.keyboard().type("new per");
        assertThat(page.locator("#palette li")).hasCount(2);
        Browser.keep(page, "palette");
        page.keyboard().press("Enter");

        page.waitForURL("**/admin/users/new");
        assertThat(page.locator("#login")).isFocused();
    }

    @Test
    void rowsAreMovedThroughAndOpenedWithoutAMouse() {
        Page page = signedIn(browser.desk());
        page.navigate(world.url() + "/design");
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("tr.current th")).hasText("SO-100043");
        page.keyboard().press("Enter");

        page.waitForURL("**/design?order=SO-100043");
    }

    @Test
    void theThemeIsTheSystemsUntilOneChoosesAndThenStays() {
        Page page = signedIn(browser.window(1360, 850, ColorScheme.DARK));
        String dark = ground(page);
        page.keyboard().press("t");
        String light = ground(page);
        page.reload();

        assertThat(light).isNotEqualTo(dark);
        assertThat(ground(page)).isEqualTo(light);
        page.keyboard().press("t");
        assertThat(ground(page)).isEqualTo(dark);
        page.keyboard().press("t");
        assertThat(page.locator("html")).not().hasAttribute("data-theme", "dark");
    }

    @Test
    void onAPhoneTheSectionsOpenOverThePageAndNothingIsWiderThanTheScreen() {
        Page page = signedIn(browser.phone());
        assertThat(page.locator("#side")).isHidden();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sections"))
                .click();
        assertThat(page.locator("#side")).isVisible();
        Browser.keep(page, "phone-sections");
        page.locator("#side").getByText("People").click();
        page.waitForURL("**/admin/users");
        assertThat(page.locator("#side")).isHidden();
        page.navigate(world.url() + "/nothing");
        assertThat(overflow(page)).isLessThanOrEqualTo(0);
    }

    @Test
    void whatIsTypedIntoAFormTwiceInAHurryIsSentOnce() {
        Page page = signedIn(browser.desk());
        page.navigate(world.url() + "/admin/keys/new");
        page.fill("#name", "hurried");
        page.check("input[value='orders:read']");
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make key"));
        button.dblclick();
        page.waitForURL("**/admin/keys");
        page.navigate(world.url() + "/admin/keys");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("hurried")))
                .hasCount(1);
    }

    @Test
    void onPaperThereIsOnlyTheContent() {
        Page page = signedIn(browser.desk());
        page.navigate(world.url() + "/design");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.locator("#side")).isHidden();
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator("h1")).isVisible();
    }

    private static String ground(Page page) {
        return (String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
