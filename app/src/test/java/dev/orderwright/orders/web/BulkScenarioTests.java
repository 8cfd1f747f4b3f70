package dev.orderwright.orders.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Five hundred orders of one article are held at once, by keyboard, and let go again. */
class BulkScenarioTests {

    private static final int ORDERS = 500;
    private static World world;
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of("orderwright.workers", true));
        shop = new Shop(world);
        People.add(world, "ann", Role.OPERATIONS);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    private static List<Placed> placed(Shop.Goods item) {
        List<PlaceRequest> requests = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            requests.add(new PlaceRequest(shop.cause(), shop.draft(item.times(1))));
        }
        return shop.orders.place(requests).stream().map(Outcome::orThrow).toList();
    }

    private static long held(List<Placed> orders) {
        return orders.stream()
                .filter(order -> shop.holds.ofOrder(order.orderId()).stream()
                        .anyMatch(hold -> hold.isActive() && hold.type() == HoldType.REVIEW))
                .count();
    }

    @Test
    void fiveHundredOrdersAreHeldByKeyboardAndLetGoAgain() {
        Shop.Goods item = shop.item();
        List<Placed> orders = placed(item);
        Page page = browser.desk();
        Browser.signIn(page, world, "ann", People.PASSWORD);
        page.navigate(world.url() + "/orders?view=open&sku=" + item.sku());
        Locator bar = page.locator("[data-bulk-bar]");
        assertThat(bar).isHidden();

        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(bar).isVisible();
        assertThat(page.locator("[data-bulk-count]")).hasText("1 selected");
        page.check("[data-select-all]");
        assertThat(page.locator("[data-bulk-count]")).hasText("50 selected");
        page.check("[data-bulk-everything]");
        assertThat(page.locator("[data-bulk-count]")).hasText("All that fit are selected");
        Browser.keep(page, "orders-bulk");

        page.locator("[data-bulk-everything]").blur();
        page.keyboard().press("h");
        assertThat(page.locator("#bulk-type")).isFocused();
        page.selectOption("#bulk-type", "REVIEW");
        page.keyboard().press("Tab");
        page.keyboard().type("recall of a batch");
        Browser.keep(page, "orders-bulk-hold");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("500 orders are being held.");
        page.navigate(world.url() + "/jobs");
        page.locator("main tr:has-text('Hold 500 orders') a").first().click();
        LocatorAssertions.ContainsTextOptions patiently =
                new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
        assertThat(page.locator("#job")).containsText(Pattern.compile("Done\\s+500\\s+Refused\\s+0"), patiently);
        assertThat(held(orders)).isEqualTo(ORDERS);

        page.locator("#job button:has-text('Undo')").click();
        page.waitForCondition(() -> held(orders) == 0, new Page.WaitForConditionOptions().setTimeout(30_000));
    }
}
