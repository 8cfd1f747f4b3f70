package dev.orderwright.shipping.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.ApiCaller;
import dev.orderwright.Browser;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.billing.Payments;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shipping.Dock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One order through the warehouse, in a browser, with nothing but a scanner and a keyboard: placed over the API, picked
 * (with one wrong scan and one short pick), packed unit by unit, labelled, handed over, delivered, invoiced and paid.
 */
class FloorJourneyScenarioTests {

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

    private static Goods item(String sku, String description, String barcode) {
        ItemDraft draft = new ItemDraft(
                Sku.of(sku),
                description,
                ItemKind.STOCKED,
                0,
                180,
                new BigDecimal("2.55"),
                "GBP",
                TaxCategory.STANDARD,
                barcode);
        long id = world.bean(Catalog.class)
                .define(floor.shop.cause(), List.of(draft))
                .orThrow()
                .items()
                .getFirst()
                .id();
        return new Goods(id, sku);
    }

    private static void scan(Page page, String code) {
        assertThat(page.locator("[data-scan]")).isFocused();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    /** The page as it is, in the dark, and on a phone; in the end it is light and on a desk again. */
    private static void keep(Page page, String name) {
        Browser.keep(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.keep(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits a phone")
                .isTrue();
        Browser.keepWhole(page, name + "-phone");
        page.setViewportSize(1360, 850);
    }

    @Test
    void anOrderGoesFromTheShelfToTheDoor() {
        long node = floor.shop.node();
        Goods heart = item("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "5012345678900");
        Goods lantern = item("71053", "WHITE METAL LANTERN", "5012345678917");
        Goods bottle = item("84029E", "RED WOOLLY HOTTIE WHITE HEART.", "5012345678924");
        item("22752", "SET 7 BABUSHKA NESTING BOXES", "5012345678931");
        floor.stock(node, heart, "A-03-2", 6);
        floor.stock(node, lantern, "A-11-1", 2);
        floor.stock(node, lantern, "C-02-4", 5);
        floor.stock(node, bottle, "B-07-3", 9);
        List<String> more = new ArrayList<>();
        String number = place(
                "W-1",
                "{\"sku\": \"85123A\", \"quantity\": 6}, {\"sku\": \"71053\", \"quantity\": 2},"
                        + " {\"sku\": \"84029E\", \"quantity\": 1}");
        for (int i = 2; i < 6; i++) {
            more.add(place("W-" + i, "{\"sku\": \"84029E\", \"quantity\": " + (i - 1) + "}"));
        }

        Page page = browser.desk();
        Browser.signIn(page, world);
        String work = pick(page, number);
        pack(page, number, work);
        String tracking = ship(page, number);
        deliver(page, number, tracking);
        pay(page, number);
        dock().assertLawsHold();
    }

    private static Dock dock() {
        return new Dock(world);
    }

    private static void pack(Page page, String number, String work) {
        page.navigate(world.url() + "/pack");
        keep(page, "pack-list");
        scan(page, number);
        page.waitForURL("**/pack/" + work);
        scan(page, "22752");
        assertThat(page.locator(".answer")).containsText("'22752' does not belong to " + work);
        keep(page, "pack-wrong");
        scan(page, "5012345678900");
        assertThat(page.locator(".answer")).containsText("1 × 85123A in PK-");
        scan(page, "4*85123A");
        scan(page, "71053");
        scan(page, "9*71053");
        assertThat(page.locator(".answer")).containsText("Only 1 of '71053' are picked and not packed yet, not 9.");
        scan(page, "-71053");
        assertThat(page.locator(".answer")).containsText("1 × 71053 taken out.");
        keep(page, "pack-scanning");
        scan(page, "SEAL 1250");
        assertThat(page.locator(".answer")).containsText("is closed. Scan on into the next one.");
        scan(page, "85123A");
        scan(page, "2*71053");
        scan(page, "84029E");
        assertThat(page.locator(".scan > .instruction")).containsText("Everything is in. Close PK-");
        keep(page, "pack-full");
        page.fill("#weight", "640");
        page.locator("button", new Page.LocatorOptions().setHasText("Close package"))
                .click();
        assertThat(page.locator(".scan > .instruction")).hasText("Ready to leave");
        assertThat(page.locator(".answer")).containsText("have their labels.");
        keep(page, "pack-ready");
        String label = page.locator(".scan a.primary").first().getAttribute("href");
        print(page, label, "label.pdf");
        print(page, label.replace("label.pdf", "packing-slip.pdf"), "packing-slip.pdf");
        HttpResponse<String> paper = admin().get(label);
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(admin().get(label.replace("label.pdf", "label.zpl")).body()).startsWith("^XA");
        assertThat(admin().get(label.replace("label.pdf", "packing-slip.pdf")).body())
                .startsWith("%PDF");
    }

    /** Keeps a paper beside the pictures. */
    private static void print(Page page, String url, String name) {
        try {
            Files.write(
                    Path.of("target/screenshots", name),
                    page.request().get(world.url() + url).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visitor admin() {
        return Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    private static String ship(Page page, String number) {
        page.navigate(world.url() + "/ship");
        keep(page, "ship-ready");
        String tracking = page.locator("tbody td.mono").first().innerText();
        scan(page, "HPNOBODY");
        assertThat(page.locator(".answer")).containsText("is on no package here");
        scan(page, tracking);
        assertThat(page.locator(".answer")).containsText("is handed over.");
        scan(page, tracking);
        assertThat(page.locator(".answer")).containsText("only packages with a label are handed over");
        page.locator("button", new Page.LocatorOptions().setHasText("Hand over what is ticked"))
                .click();
        assertThat(page.locator(".toast")).containsText("1 package left on MF-");
        keep(page, "ship-empty");
        page.navigate(world.url() + "/orders/" + number);
        Browser.keepWhole(page, "order-with-packages");
        assertThat(page.locator("main")).containsText("Packages and work");
        return tracking;
    }

    private static void deliver(Page page, String number, String tracking) {
        dock().pollUntil(World.START.plus(Duration.ofHours(8)));
        page.navigate(world.url() + "/ship?list=under-way");
        keep(page, "ship-under-way");
        page.navigate(world.url() + "/packages/" + tracking);
        keep(page, "package");
        world.clock().set(World.START.plus(Duration.ofDays(14)));
        Browser.signIn(page, world);
        page.navigate(world.url() + "/ship?list=late");
        keep(page, "ship-late");
        dock().pollUntil(World.START.plus(Duration.ofDays(14)));
        page.navigate(world.url() + "/ship?list=delivered");
        assertThat(page.locator("tbody")).containsText("delivered");
        keep(page, "ship-delivered");
        page.navigate(world.url() + "/packages/" + tracking);
        assertThat(page.locator(".heading")).containsText("delivered");
        keep(page, "package-delivered");
        page.navigate(world.url() + "/orders/" + number);
        assertThat(page.locator(".heading")).containsText("closed");
        page.navigate(world.url() + "/");
        keep(page, "today-floor");
    }

    private static void pay(Page page, String number) {
        world.bean(Payments.class).work(world.clock().instant(), 100);
        page.navigate(world.url() + "/orders/" + number);
        Browser.keepWhole(page, "order-paid");
        page.locator("main a[href^='/invoices/INV-']:not([href$='.pdf'])")
                .first()
                .click();
        assertThat(page.locator(".heading")).containsText("paid");
        keep(page, "invoice-paid");
        String paper = page.locator(".heading a[href$='.pdf']").getAttribute("href");
        assertThat(admin().get(paper).body()).startsWith("%PDF");
    }

    private static String place(String externalId, String lines) {
        ApiCaller shop = new ApiCaller(world, "orders:read", "orders:write");
        HttpResponse<String> placed = shop.post("/api/v1/orders", """
                        {"channel": "web", "externalId": "%s", "currency": "GBP",
                         "payment": {"token": "tok_ok", "authorisation": "a-%s", "authorisedMinor": 100000},
                         "shipTo": {"name": "Ada Buyer", "street": "12 High Street", "city": "Leeds",
                                    "postcode": "LS1 4AB", "country": "GB", "phone": "+44 113 496 0000"},
                         "lines": [%s]}
                        """.formatted(externalId, externalId, lines));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        return String.valueOf(ApiCaller.json(placed).get("number"));
    }

    private static String pick(Page page, String number) {
        page.navigate(world.url() + "/pick");
        keep(page, "pick-empty");
        page.locator("summary", new Page.LocatorOptions().setHasText("Release now"))
                .click();
        page.locator("button", new Page.LocatorOptions().setHasText("Release")).click();
        assertThat(page.locator(".toast")).containsText("5 released.");
        keep(page, "pick-to-accept");
        page.locator("button", new Page.LocatorOptions().setHasText("Accept what is ticked"))
                .click();
        assertThat(page.locator(".toast")).containsText("5 orders are accepted.");
        page.navigate(world.url() + "/pick?list=to-pick");
        keep(page, "pick-to-pick");
        String work = page.locator("tr:has-text(\"" + number + "\") th a").innerText();

        page.navigate(world.url() + "/pick");
        scan(page, "FO-NOWHERE");
        assertThat(page.locator(".answer")).containsText("is not the number of a pick list");
        scan(page, work);
        page.waitForURL("**/pick/" + work);
        assertThat(page.locator(".scan button")).isFocused();
        keep(page, "pick-start");
        print(page, "/pick/" + work + "/pick-list.pdf", "pick-list.pdf");
        page.keyboard().press("Enter");

        assertThat(page.locator(".goal")).containsText("Go to bin A-03-2");
        keep(page, "pick-walk");
        scan(page, "71053");
        assertThat(page.locator(".scan")).hasAttribute("data-result", "bad");
        assertThat(page.locator(".answer")).containsText("A-11-1, not from A-03-2");
        scan(page, "22752");
        assertThat(page.locator(".answer")).containsText("Expected 85123A from bin A-03-2");
        keep(page, "pick-wrong");
        scan(page, "a-03-2");
        assertThat(page.locator(".answer")).containsText("This is A-03-2. Now scan the item.");
        scan(page, "2*5012345678900");
        assertThat(page.locator(".answer")).containsText("2 × 85123A taken from A-03-2.");
        assertThat(page.locator(".goal")).containsText("Take 4 ×");
        scan(page, "5012345678900");

        assertThat(page.locator(".goal")).containsText("Go to bin A-11-1");
        page.locator("summary", new Page.LocatorOptions().setHasText("Not all of it is there"))
                .click();
        page.fill("#short-quantity", "1");
        keep(page, "pick-short");
        page.locator("button", new Page.LocatorOptions().setHasText("Not in the bin"))
                .click();
        assertThat(page.locator(".answer")).containsText("Take it from C-02-4 instead.");
        scan(page, "71053");
        assertThat(page.locator(".goal")).containsText("Go to bin B-07-3");
        scan(page, "84029E");
        assertThat(page.locator(".goal")).containsText("Go to bin C-02-4");
        keep(page, "pick-replaced");
        scan(page, "71053");
        assertThat(page.locator(".scan > .instruction")).hasText("Everything is picked");
        keep(page, "pick-done");
        return work;
    }
}
