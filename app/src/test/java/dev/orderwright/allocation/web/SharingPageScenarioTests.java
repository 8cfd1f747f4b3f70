package dev.orderwright.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A planner shares a scarce item out anew, without a mouse, and sees before who gains and who loses. */
class SharingPageScenarioTests {

    private static World world;
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        People.add(world, "pia", Role.PLANNER);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    private static Placed order(Goods item, long quantity) {
        return shop.place(shop.draft(item.times(quantity)));
    }

    private static Locator row(Page page, Placed order) {
        return page.locator("tr[data-row='" + order.number() + "']");
    }

    @Test
    void whoGainsAndWhoLosesIsSeenBeforeItIsDone() {
        Goods item = shop.item();
        shop.stock(shop.node(), item, 10);
        Placed first = order(item, 10);
        Placed second = order(item, 6);
        Placed third = order(item, 4);
        Page page = browser.desk();
        Browser.signIn(page, world, "pia", People.PASSWORD);

        page.keyboard().press("g");
        page.keyboard().press("r");
        assertThat(page.locator("h1")).hasText("Backorders");
        page.waitForLoadState();
        assertThat(page.locator("tbody tr").first()).containsText(item.sku());
        Browser.keep(page, "backorders");
        page.keyboard().press("j");
        assertThat(page.locator("tr.current")).isVisible();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Share out " + item.sku());
        page.waitForLoadState();
        assertThat(row(page, first)).containsText("−5");
        assertThat(row(page, second)).containsText("+3");
        assertThat(row(page, third)).containsText("+2");
        Browser.keep(page, "share-out");
        Locator chosen = row(page, second).locator("select");
        chosen.focus();
        chosen.press("g");
        assertThat(row(page, second)).containsText("+6");
        assertThat(chosen).isFocused();
        assertThat(row(page, first)).containsText("−7");
        assertThat(row(page, third)).containsText("+1");
        assertThat(shop.units(second.orderId(), SliceState.RESERVED)).isZero();

        page.locator("#reason").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("promised by the boss");
        Placed late = order(item, 1);
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.tone-bad")).containsText("have changed since this was looked at");
        assertThat(row(page, late)).isVisible();
        assertThat(row(page, second)).containsText("+6");
        assertThat(shop.units(second.orderId(), SliceState.RESERVED)).isZero();
        page.locator("#reason").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("The item was shared out.");
        assertThat(page.locator("dl.kv").first()).containsText("promised by the boss");
        assertThat(shop.units(second.orderId(), SliceState.RESERVED)).isEqualTo(6);
        Browser.keep(page, "shared-out");
        page.navigate(world.url() + "/orders/" + second.number());
        assertThat(page.locator(".timeline").first()).containsText("Units gained in a sharing");
    }
}
