package dev.orderwright.notifications.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.World;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages in a real browser: looked at in light, dark and on a phone, and asked for by keyboard. */
class MessagesScenarioTests {

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

    @Test
    void aMessageIsAskedForByKeyboardAndSeenFromAllSides() {
        Shop shop = new Shop(world);
        Placed placed = shop.place(shop.draft(shop.item().times(3), shop.item().times(1)));
        Notices notices = world.bean(Notices.class);
        notices.send(shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, null)
                .orThrow();
        Page page = browser.desk();
        Browser.signIn(page, world);
        page.navigate(world.url() + "/orders/" + placed.number());
        page.locator("#messages summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("office@example.com");
        page.keyboard().press("Enter");

        assertThat(page.locator("#messages")).containsText("Order confirmation");
        assertThat(page.locator("#messages .chip")).hasCount(2);
        Browser.keepWhole(page, "order-messages");
        look(page, "light");
        Page dark = browser.window(1360, 850, ColorScheme.DARK);
        Browser.signIn(dark, world);
        look(dark, "dark");
        Page phone = browser.phone();
        Browser.signIn(phone, world);
        look(phone, "phone");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static void look(Page page, String name) {
        page.navigate(world.url() + "/admin/messages");
        Browser.keepWhole(page, "messages-empty-" + name);
        page.navigate(world.url() + "/admin/messages?view=unsent");
        Browser.keepWhole(page, "messages-" + name);
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).containsText("is confirmed");
        Browser.keepWhole(page, "message-" + name);
        String body = page.url() + "/body";
        page.navigate(body);
        Browser.keepWhole(page, "message-body-" + name);
    }
}
