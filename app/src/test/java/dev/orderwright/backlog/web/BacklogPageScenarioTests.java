package dev.orderwright.backlog.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Axe;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.backlog.Backlogs;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A planner has orders of two parcels made whole, and sees before what would change. */
class BacklogPageScenarioTests {

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

    @Test
    void whatCouldBeBetterIsLookedAtAndThenDone() {
        long near = shop.node();
        long far = shop.node();
        Goods one = shop.item();
        Goods other = shop.item();
        shop.stock(near, one, 2);
        shop.stock(far, other, 2);
        Placed first = shop.place(shop.draft(one.times(1), other.times(1)));
        Placed second = shop.place(shop.draft(one.times(1), other.times(1)));
        shop.stock(near, other, 2);
        Page page = browser.desk();
        Browser.signIn(page, world, "pia", People.PASSWORD);

        page.navigate(world.url() + "/backlog");
        assertThat(page.locator("h1")).hasText("Source the backlog anew");
        assertThat(page.locator("main")).containsText("Nobody has looked yet");
        page.locator("#look").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#run progress")).isVisible();
        new Backlogs(world).work();

        assertThat(page.locator("#apply")).isVisible();
        assertThat(page.locator(".tiles")).containsText("4 → 2");
        assertThat(page.locator("tbody")).containsText(first.number());
        assertThat(page.locator("tbody")).containsText(second.number());
        assertThat(page.locator("tbody")).containsText(shop.nodeCode(far) + " → " + shop.nodeCode(near));
        assertThat(Axe.violations(page)).isEmpty();
        Browser.keep(page, "backlog-look");
        looksAsWell(page.url());
        page.locator("#apply").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#run progress")).isVisible();
        new Backlogs(world).work();

        assertThat(page.locator("#run .notice")).containsText("2 orders were changed: 2 parcels fewer");
        assertThat(page.locator("tbody tr").first()).containsText("Moved");
        Browser.keep(page, "backlog-done");
        assertThat(shop.detail(first.orderId()).slices()).allSatisfy(slice -> {
            assertThat(slice.state()).isEqualTo(SliceState.RESERVED);
            assertThat(slice.nodeId()).isEqualTo(near);
        });
        page.navigate(world.url() + "/orders/" + first.number());
        assertThat(page.locator(".timeline").first()).containsText("Sourced anew together with other orders");
        page.navigate(world.url() + "/backlog");
        assertThat(page.locator("tbody tr").first()).containsText("4 → 2");
    }

    private static void looksAsWell(String url) {
        Page dark = browser.window(1_280, 900, ColorScheme.DARK);
        Browser.signIn(dark, world, "pia", People.PASSWORD);
        dark.navigate(url);
        Browser.keep(dark, "backlog-look-dark");
        Page phone = browser.phone();
        Browser.signIn(phone, world, "pia", People.PASSWORD);
        phone.navigate(url);
        Browser.keepWhole(phone, "backlog-look-phone");
    }
}
