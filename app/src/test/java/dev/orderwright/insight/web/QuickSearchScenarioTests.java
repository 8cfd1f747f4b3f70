package dev.orderwright.insight.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever one remembers of an order, a customer or an item leads to it, from the palette and from the search box. */
class QuickSearchScenarioTests {

    private static World world;
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        People.add(world, "ann", Role.ORDER_DESK);
        People.add(world, "wim", Role.WAREHOUSE);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    @Test
    void thePaletteGoesToOrdersCustomersAndItems() {
        Shop.Goods item = shop.item();
        Placed order = shop.place(shop.draft(item.times(1)));
        String customer = shop.customer(1_000);
        Page page = browser.desk();
        Browser.signIn(page, world, "ann", People.PASSWORD);

        page.keyboard().press("ControlOrMeta+k");
        page.keyboard().type(order.number());
        assertThat(page.locator("#commands li").first()).containsText(order.number());
        Browser.keep(page, "palette");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(order.number());

        page.keyboard().press("ControlOrMeta+k");
        page.keyboard().type(item.sku());
        assertThat(page.locator("#commands li", new Page.LocatorOptions().setHasText("Item")))
                .hasCount(1);
        page.keyboard().press("Escape");

        page.keyboard().press("ControlOrMeta+k");
        page.keyboard().type(customer);
        assertThat(page.locator("#commands li").first()).containsText(customer);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/customers/.+"));
    }

    @Test
    void theSearchBoxFindsMoreThanOrders() {
        Visitor ann = Visitor.signedIn(world, "ann", People.PASSWORD);
        String customer = shop.customer(1_000);

        HttpResponse<String> one = ann.get("/search?q=" + customer);
        assertThat(one.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/customers/"));

        Visitor wim = Visitor.signedIn(world, "wim", People.PASSWORD);
        assertThat(wim.get("/search/quick?q=" + customer).body()).isEqualTo("[]");
        assertThat(ann.get("/search/quick?q=x").body()).isEqualTo("[]");
    }
}
