package dev.orderwright.inventory.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.orderwright.Browser;
import dev.orderwright.World;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import org.junit.jupiter.api.Test;

/** A delivery is booked with a scanner and the keyboard, without a mouse. */
class StockScanScenarioTests {

    @Test
    void aDeliveryIsScannedInAndTheEffectIsSeenBeforeItIsBooked() {
        try (World world = World.fresh();
                Browser browser = new Browser()) {
            Shop shop = new Shop(world);
            long node = shop.node();
            Goods item = shop.item();
            shop.place(shop.draft(item.times(3)));
            Page page = browser.desk();
            Browser.signIn(page, world);

            page.navigate(world.url() + "/inventory");
            page.keyboard().press("r");
            page.waitForURL("**/inventory/book/receive");
            assertThat(page.locator("#sku")).isFocused();
            scan(page, item.sku());
            assertThat(page.locator("#quantity")).isFocused();
            page.keyboard().type("12");
            assertThat(page.locator("#effect")).containsText("0 → 12");
            assertThat(page.locator("#effect")).containsText("Orders wait for 3");
            Browser.keep(page, "receive-goods");
            page.keyboard().press("Enter");
            page.waitForURL("**/inventory/book/receive?node=*");

            assertThat(page.locator(".toast")).containsText("12 of " + item.sku() + " received.");
            assertThat(page.locator("#sku")).isFocused();
            assertThat(shop.available(node, item)).isEqualTo(9);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** A scanner types what it reads and ends with Enter. */
    private static void scan(Page page, String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }
}
