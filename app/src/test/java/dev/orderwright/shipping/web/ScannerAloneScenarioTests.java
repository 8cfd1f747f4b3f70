package dev.orderwright.shipping.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Axe;
import dev.orderwright.Browser;
import dev.orderwright.World;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shipping.Dock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From sign-in to the carrier with a scanner alone: it types fast, ends with Enter, and does not know where the focus is. */
class ScannerAloneScenarioTests {

    private static World world;
    private static Browser browser;
    private static Floor floor;

    @BeforeAll
    static void start() {
        world = World.fresh();
        browser = new Browser();
        floor = new Floor(world);
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
        assertThat(browser.complaints()).isEmpty();
    }

    /**
     * Wherever the focus is: on nothing, on a link, on a button or in another field. Whoever scans has heard the answer to
     * the scan before; and all keys go in one call, because a pause between two would be a person's.
     */
    private static void scan(Page page, String code) {
        page.evaluate("""
                async () => {
                    while (document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")) {
                        await new Promise((go) => setTimeout(go, 5));
                    }
                    await new Promise((go) => requestIdleCallback(go));
                    const all = [...document.querySelectorAll("main a[href], main button, main input[type=number], #search")]
                        .filter((element) => element.checkVisibility());
                    const at = window.scans = (window.scans ?? 0) + 1;
                    document.activeElement?.blur();
                    at % 3 && all[(at * 5) % all.length]?.focus();
                }""");
        if ("search".equals(page.evaluate("document.activeElement.id"))) {
            page.evaluate("document.activeElement.blur()");
        }
        page.keyboard().type(code + "\n");
    }

    /** A new page is there when the browser has given the focus to what asks for it: before, it would complain of ours. */
    private static void arrive(Page page, String url) {
        page.waitForURL(url);
        page.waitForFunction("""
                () => !document.querySelector("[autofocus]") || document.activeElement !== document.body""");
    }

    private static Locator answer(Page page) {
        return page.locator(".answer");
    }

    @Test
    void anOrderIsPickedShortPackedInTwoBoxesRelabelledAndHandedOverByScannerAlone() {
        long node = floor.shop.node();
        Goods hearts = floor.shop.item();
        Goods lanterns = floor.shop.item();
        floor.stock(node, hearts, "A-01-1", 3);
        floor.stock(node, lanterns, "B-02-1", 2);
        floor.stock(node, lanterns, "C-03-1", 5);
        OrderDraft draft = floor.shop.draft(hearts.times(3), lanterns.times(2));
        long order = floor.shop.place(draft).orderId();
        floor.release(node);
        Page page = browser.desk();
        // Nobody answers the dialog of a printer here.
        page.addInitScript("window.print = () => {}");
        Browser.signIn(page, world);

        pick(page, hearts, lanterns);
        pack(page, hearts, lanterns);
        relabel(page);
        ship(page);

        assertThat(floor.shop.units(order, SliceState.SHIPPED)).isEqualTo(5);
        new Dock(world).assertLawsHold();
    }

    private static void pick(Page page, Goods hearts, Goods lanterns) {
        scan(page, "DO PICK");
        arrive(page, "**/pick");
        scan(page, "DO DANCE");
        assertThat(answer(page))
                .containsText("There is no command “DO DANCE” here. There are: Next, Confirm, To picking");
        scan(page, "DO NEXT");
        arrive(page, "**/pick/FO-*");
        assertThat(page.locator(".goal")).containsText("A-01-1");
        scan(page, "DO SKIP");
        assertThat(answer(page)).hasText("A-01-1 waits. Go to B-02-1.");
        scan(page, hearts.sku());
        assertThat(page.locator(".scan")).hasAttribute("data-result", "bad");
        assertThat(answer(page)).hasAttribute("aria-live", "assertive");
        assertThat(page.locator(".goal")).containsText("B-02-1");
        scan(page, "DO NEXT");
        assertThat(answer(page)).containsText("is not done yet");
        scan(page, "DO 1");
        assertThat(answer(page)).containsText("The next scan counts 1 times.");
        scan(page, "DO NOT FOUND");
        assertThat(answer(page)).containsText("1 × " + lanterns.sku() + " in B-02-1: Not found. Scan Confirm");
        Browser.keep(page, "scanner-asks");
        scan(page, "DO UNDO");
        assertThat(answer(page)).hasText("Forgotten. Nothing was changed.");
        scan(page, "DO CONFIRM");
        assertThat(answer(page)).hasText("Nothing waits to be confirmed.");
        scan(page, "DO 1");
        assertThat(answer(page)).containsText("The next scan counts");
        scan(page, "DO NOT FOUND");
        assertThat(answer(page)).containsText("Scan Confirm");
        scan(page, "DO CONFIRM");
        assertThat(answer(page)).containsText("Take it from C-03-1 instead.");
        scan(page, hearts.sku());
        assertThat(page.locator(".goal")).containsText("B-02-1");
        scan(page, lanterns.sku());
        assertThat(page.locator(".goal")).containsText("C-03-1");
        scan(page, lanterns.sku());
        assertThat(page.locator(".scan > .instruction")).hasText("Everything is picked");
        Browser.keep(page, "scanner-picked");
        scan(page, "DO PACK");
        arrive(page, "**/pack/FO-*");
    }

    private static void pack(Page page, Goods hearts, Goods lanterns) {
        scan(page, "DO 2");
        assertThat(answer(page)).containsText("counts 2 times");
        scan(page, hearts.sku());
        assertThat(answer(page)).containsText("2 × " + hearts.sku() + " in PK-");
        scan(page, "DO UNDO");
        assertThat(answer(page)).containsText("2 × " + hearts.sku() + " taken out.");
        scan(page, "3*" + hearts.sku());
        assertThat(answer(page)).containsText("3 × " + hearts.sku() + " in PK-");
        scan(page, "DO NEW BOX");
        assertThat(answer(page)).containsText("is open. Scan the first unit into it.");
        scan(page, "DO EXTRA BOX");
        assertThat(answer(page)).containsText("is open. Scan the first unit into it.");
        scan(page, "DO UNDO");
        assertThat(answer(page)).containsText("was empty and is thrown away.");
        scan(page, lanterns.sku());
        assertThat(answer(page)).containsText("1 × " + lanterns.sku());
        scan(page, "DO NEXT");
        assertThat(answer(page)).containsText("are not packed and closed yet");
        scan(page, lanterns.sku());
        assertThat(page.locator(".scan > .instruction")).containsText("Everything is in.");
        Browser.keep(page, "scanner-packed");
        scan(page, "DO CONFIRM");
        assertThat(page.locator(".scan > .instruction")).hasText("Ready to leave");
    }

    private static void relabel(Page page) {
        Response label = page.waitForResponse("**/label.pdf", () -> scan(page, "DO REPRINT"));
        assertThat(label.status()).isEqualTo(200);
        assertThat(label.headers().get("content-security-policy")).contains("frame-ancestors 'self'");
        assertThat(answer(page)).containsText("is printed again");
        scan(page, "DO VOID");
        assertThat(answer(page)).containsText("is to be given back. Scan Confirm");
        scan(page, "DO CONFIRM");
        assertThat(answer(page)).containsText("is given back. Scan Confirm for a new one");
        Browser.keep(page, "scanner-void");
        scan(page, "DO HAND OVER");
        assertThat(answer(page)).hasText("Not every package here has its label yet.");
        scan(page, "DO CONFIRM");
        assertThat(page.locator(".scan > .instruction")).hasText("Ready to leave");
    }

    private static void ship(Page page) {
        scan(page, "DO SHIP");
        arrive(page, "**/ship");
        scan(page, "DO HAND OVER");
        assertThat(answer(page)).hasText("The carrier takes 2 packages. Scan Confirm.");
        scan(page, "DO CONFIRM");
        assertThat(answer(page)).containsText("2 packages left on MF-");
        scan(page, "DO UNDO");
        assertThat(answer(page)).containsText("stays booked");
        scan(page, "DO BACK");
        arrive(page, "**/pack");
    }

    @Test
    void theCommandsStandOnASheetForTheTableAndThePrinter() {
        Page page = browser.desk();
        Browser.signIn(page, world);
        page.navigate(world.url() + "/pick");
        page.locator("a[href='/scan-commands']").click();
        arrive(page, "**/scan-commands");
        assertThat(page.locator(".scan-sheet svg")).hasCount(24);
        assertThat(Axe.violations(page)).isEmpty();
        Browser.keepWhole(page, "scan-commands");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        Browser.keepWhole(page, "scan-commands-phone-dark");
        assertThat(page.request().get(world.url() + "/scan-commands.pdf").status())
                .isEqualTo(200);
    }
}
