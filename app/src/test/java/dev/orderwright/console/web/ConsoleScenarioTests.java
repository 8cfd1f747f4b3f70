package dev.orderwright.console.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        for (String path : List.of("/", "/design", "/account", "/admin/users/admin", "/admin/keys/new", "/nothing")) {
            page.navigate(world.url() + path);
            assertThat(overflow(page)).as(path).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void atTwiceTheSizeNothingIsCutOff() {
        Page page = signedIn(browser.window(680, 425, ColorScheme.LIGHT)); // what 200 % leaves of 1360 × 850
        for (String path : List.of("/", "/design", "/account", "/admin/users/new")) {
            page.navigate(world.url() + path);
            assertThat(overflow(page)).as(path).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void textStandsOutFromItsGround(ColorScheme scheme) {
        Page page = signedIn(browser.window(1360, 850, scheme));
        for (String path : List.of("/", "/design", "/admin/users", "/account")) {
            page.navigate(world.url() + path);
            assertThat(paleTexts(page)).as(path).isEmpty();
        }
        page.navigate(world.url() + "/design");
        Browser.keep(page, "components-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void everyControlHasANameAndEveryIdIsUnique() {
        Page page = signedIn(browser.desk());
        for (String path : List.of("/", "/design", "/account", "/admin/users/admin", "/admin/keys/new")) {
            page.navigate(world.url() + path);
            assertThat(namelessControls(page)).as(path).isEmpty();
            assertThat(repeatedIds(page)).as(path).isEmpty();
            assertThat(page.locator("h1")).hasCount(1);
        }
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

    /** Texts whose contrast is below what WCAG 2.2 AA asks: 4.5, or 3 for large ones. */
    private static String paleTexts(Page page) {
        return (String) page.evaluate("""
                () => {
                    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
                    const layers = (element) => {
                        const found = [];
                        for (let e = element; e; e = e.parentElement) found.unshift(getComputedStyle(e).backgroundColor);
                        return found;
                    };
                    const paint = (colours) => {
                        canvas.fillStyle = "#fff";
                        canvas.fillRect(0, 0, 1, 1);
                        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
                        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
                    };
                    const light = (rgb) => {
                        const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                    };
                    const pale = [];
                    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        const element = walker.currentNode.parentElement;
                        const style = getComputedStyle(element);
                        if (!walker.currentNode.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
                            || element.closest("script, style, [disabled], .hidden-text")) continue;
                        const ground = layers(element);
                        const a = light(paint(ground));
                        const b = light(paint([...ground, style.color]));
                        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                        const size = parseFloat(style.fontSize);
                        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
                        if (contrast < (large ? 3 : 4.5)) pale.push(`${walker.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
                    }
                    return pale.join("; ");
                }
                """);
    }

    private static String namelessControls(Page page) {
        return (String) page.evaluate("""
                () => [...document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea")]
                    .filter((e) => !e.ariaLabel && !e.textContent.trim() && !e.labels?.length && !e.title)
                    .map((e) => e.outerHTML).join("; ")
                """);
    }

    private static String repeatedIds(Page page) {
        return (String) page.evaluate("""
                () => {
                    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
                    return ids.filter((id, index) => ids.indexOf(id) !== index).join("; ");
                }
                """);
    }
}
