package dev.orderwright.orders.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk finds an order, changes it and watches others change it, without a mouse. */
class OrderPageScenarioTests {

    private static World world;
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of("orderwright.workers", true));
        shop = new Shop(world);
        People.add(world, "ann", Role.OPERATIONS);
        People.add(world, "bob", Role.OPERATIONS);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    private static Placed order(long quantity) {
        Shop.Goods item = shop.item();
        shop.stock(shop.node(), item, 10);
        return shop.place(shop.draft(item.times(quantity)));
    }

    private static Page signedIn(String who) {
        Page page = browser.desk();
        Browser.signIn(page, world, who, People.PASSWORD);
        return page;
    }

    @Test
    void anOrderIsFoundAndOneOfTwoUnitsIsCancelled() {
        Placed order = order(2);
        Page page = signedIn("ann");
        // What the program does by itself would otherwise come between what is foretold and what is confirmed.
        page.waitForCondition(() -> shop.units(order.orderId(), SliceState.RELEASED) == 2);

        page.keyboard().press("/");
        page.keyboard().type(order.number());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText(order.number());
        page.waitForLoadState();
        page.keyboard().press("j");
        assertThat(page.locator("tr.current")).isVisible();
        // What comes meanwhile brings the page anew, and leaves who works on a line on it.
        page.evaluate("() => { document.querySelector('tr.current').seen = true;"
                + " document.querySelector('#order').dispatchEvent(new Event('live')); }");
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(
                "() => { const row = document.querySelector('tr.current'); return row !== null && !row.seen; }")));
        page.keyboard().press("c");
        assertThat(page.locator("#ask-quantity")).isFocused();
        assertThat(page.locator("#ask-effect")).containsText("Line 1: Cancelled");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("1");
        assertThat(page.locator("#ask-effect dd").first()).hasText("2 → 1");
        Browser.keep(page, "order-cancel");
        page.keyboard().press("Tab");
        page.keyboard().type("one is enough");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("line 1: 1 cancelled");
        assertThat(shop.units(order.orderId(), SliceState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void aHoldIsReleasedWithAReason() {
        Placed order = order(1);
        shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(order.orderId(), HoldType.ADDRESS, "no house number")))
                .orThrow();
        Page page = signedIn("ann");
        page.navigate(world.url() + "/orders/" + order.number());

        page.keyboard().press("r");
        assertThat(page.locator("#ask-reason")).isFocused();
        assertThat(page.locator("#dialog")).containsText("no house number");
        page.keyboard().press("Enter");
        assertThat(page.locator("#dialog")).isVisible();
        page.keyboard().type("called: number 12");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("The hold is released.");
        assertThat(page.locator(".notice.tone-bad")).hasCount(0);
        assertThat(shop.holds.ofOrder(order.orderId())).noneMatch(Hold::isActive);
        assertThat(page.locator(".timeline").first()).containsText("called: number 12");
    }

    @Test
    void whatSomebodyElseDoesIsSeenAtOnceAndAQuestionIsLeftByEscape() {
        Placed order = order(1);
        Page ann = signedIn("ann");
        Page bob = signedIn("bob");
        // What the program does by itself would otherwise come between what is foretold and what is confirmed.
        ann.waitForCondition(() -> shop.units(order.orderId(), SliceState.RELEASED) == 1);
        ann.navigate(world.url() + "/orders/" + order.number());
        bob.navigate(world.url() + "/orders/" + order.number());

        bob.keyboard().press("h");
        assertThat(bob.locator("#ask-type")).isFocused();
        bob.selectOption("#ask-type", "FRAUD");
        bob.locator("#ask-reason").fill("three cards");
        // Not clicked: what is told of the effect meanwhile may move the button away.
        bob.locator("#ask-reason").press("Enter");
        assertThat(bob.locator(".toast")).containsText("The order is on hold.");

        assertThat(ann.locator("#order .notice.tone-bad")).containsText("three cards");
        Browser.keep(ann, "order-live");
        ann.keyboard().press("c");
        assertThat(ann.locator("#ask-reason")).isFocused();
        ann.keyboard().press("Escape");
        assertThat(ann.locator("#dialog")).isHidden();

        bob.locator(".toast button:has-text('Undo')").click();
        assertThat(ann.locator("#order .notice.tone-bad")).hasCount(0);
    }

    @Test
    void theKeysOfThePageAreToldAndSingleKeysCanBeSwitchedOff() {
        Placed order = order(1);
        Page page = signedIn("ann");
        page.navigate(world.url() + "/orders/" + order.number());

        page.keyboard().press("?");
        assertThat(page.locator("#keys-here")).containsText("Put on hold");
        Browser.keep(page, "keys-here");
        page.uncheck("#single-keys");
        page.keyboard().press("Escape");
        page.keyboard().press("h");
        assertThat(page.locator("#dialog")).isHidden();

        page.reload();
        page.keyboard().press("h");
        assertThat(page.locator("#dialog")).isHidden();
        page.locator("[data-act=keys]").click();
        page.check("#single-keys");
        page.keyboard().press("Escape");
        page.keyboard().press("h");
        assertThat(page.locator("#ask-type")).isFocused();
    }
}
