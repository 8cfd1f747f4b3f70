package dev.orderwright.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Axe;
import dev.orderwright.Browser;
import dev.orderwright.Contrast;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.desk.Counter;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders are taken by phone, in a browser, by somebody who never touches the mouse. */
class DeskScenarioTests {

    private static final Duration BAR = Duration.ofSeconds(40);

    private static World world;
    private static Counter counter;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh();
        counter = new Counter(world);
        counter.item("85123A", "White hanging heart T-light holder", "2.55", 0, null, 500);
        counter.item("22423", "Regency cakestand, 3 tiers", "12.75", 0, "5011234567893", 40);
        counter.item("84879", "Assorted colour bird ornament", "1.69", 0, null, 1_000);
        counter.item("84880", "Bird ornament, large", "3.20", 0, null, 2);
        counter.customer("C-7001", "Hartley Interiors", "buy@hartley.example", "+44 161 496 0101", 100_000);
        counter.customer("C-7002", "Harton Garden Centre", "shop@harton.example", "+44 161 496 0102", 5_000);
        counter.shop.place(counter.shop.draft(
                "C-7001", PaymentTerms.ACCOUNT, null, new OrderDraft.Line("84879", BigDecimal.ONE, null, null)));
        People.add(world, "ann", Role.OPERATIONS, Role.ORDER_DESK);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    /** Somebody at the keyboard, whose time is counted as the keystroke-level model does. */
    private static final class Clerk {

        private static final double KEY = 0.2;
        private static final double DECISION = 1.2;

        private final Page page;
        private int keys;
        private int decisions;
        private long waited;

        Clerk(Page page) {
            this.page = page;
        }

        /** Turns to what comes next. */
        Clerk decide() {
            decisions++;
            return this;
        }

        Clerk type(String text) {
            keys += text.length();
            page.keyboard().type(text);
            return this;
        }

        Clerk press(String key) {
            keys += key.split("\\+").length;
            page.keyboard().press(key);
            return this;
        }

        /** Sees something on the screen before going on. */
        Clerk see(Locator what) {
            long begun = System.nanoTime();
            assertThat(what).isVisible();
            waited += System.nanoTime() - begun;
            return this;
        }

        Clerk at(String id) {
            long begun = System.nanoTime();
            assertThat(page.locator("#" + id)).isFocused();
            waited += System.nanoTime() - begun;
            return this;
        }

        Duration time() {
            return Duration.ofMillis(Math.round((keys * KEY + decisions * DECISION) * 1000))
                    .plusNanos(waited);
        }

        @Override
        public String toString() {
            return keys + " keys, " + decisions + " decisions, " + waited / 1_000_000 + " ms of waiting: "
                    + time().toMillis() + " ms";
        }
    }

    private static Page signedIn(Page page) {
        Browser.signIn(page, world, "ann", People.PASSWORD);
        page.navigate(world.url() + "/desk");
        assertThat(page.locator("#find")).isFocused();
        return page;
    }

    private static Locator option(Page page, String text) {
        return page.locator("[role=option]:visible")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static OrderDetail placed(Page page) {
        page.waitForURL(Pattern.compile(".*/desk/placed/SO-\\d+"));
        String number = page.url().replaceAll(".*/", "");
        assertThat(page.locator("h1")).hasText(number);
        return counter.shop.queries.byNumber(number).orElseThrow();
    }

    private static void keptAs(Page page, String text) {
        assertThat(page.locator("#desk-saved")).containsText(text);
    }

    @Test
    void anOrderOfThreeLinesIsTakenByKeyboardInLessThanFortySeconds() {
        Page page = browser.desk();
        page.navigate(world.url() + "/desk");
        Clerk signing = new Clerk(page);
        signing.at("login")
                .type("ann")
                .press("Tab")
                .decide()
                .type(People.PASSWORD)
                .press("Enter");
        page.waitForURL(url -> url.endsWith("/desk"));

        Clerk clerk = new Clerk(page);
        clerk.at("find")
                .decide()
                .type("hartl")
                .see(option(page, "Hartley Interiors"))
                .press("Enter");
        clerk.at("entry").decide().type("85123").see(option(page, "85123A")).press("Enter");
        clerk.at("entry-quantity").decide().type("6").press("Enter");
        clerk.at("entry").decide().type("cakes").see(option(page, "22423")).press("Enter");
        clerk.at("entry-quantity").decide().type("2").press("Enter");
        clerk.at("entry").decide().type("84879").see(option(page, "84879")).press("Enter");
        clerk.at("entry-quantity").decide().type("24").press("Enter");
        clerk.decide().see(page.getByText("97.63 GBP").first());
        Browser.keep(page, "desk-three-lines");
        clerk.decide().press("Control+Enter");
        long begun = System.nanoTime();
        OrderDetail order = placed(page);
        clerk.waited += System.nanoTime() - begun;

        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("85123A", "22423", "84879");
        assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(6L, 2L, 24L);
        assertThat(order.head().terms()).isEqualTo(PaymentTerms.ACCOUNT);
        assertThat(order.head().shipTo()).isEqualTo(dev.orderwright.orders.Shop.ADDRESS);
        assertThat(clerk.time()).as(clerk.toString()).isLessThan(BAR);
        assertThat(clerk.time().plus(signing.time()))
                .as("with signing in: " + signing)
                .isLessThan(BAR);
        assertThat(Axe.violations(page)).isEmpty();
        Browser.keep(page, "desk-placed");

        page.keyboard().press("n");
        assertThat(page.locator("#find")).isFocused();
        assertThat(page.locator(".drafts")).hasCount(0);
    }

    @Test
    void whoTypesFasterThanTheServerAnswersLosesNothing() {
        Page page = signedIn(browser.desk());
        page.keyboard().type("C-7001");
        page.keyboard().press("Enter");
        assertThat(page.locator("#entry")).isFocused();
        for (String code : List.of("22423", "5011234567893", "84879")) {
            page.keyboard().type(code);
            page.keyboard().press("Enter");
            page.keyboard().type("3");
            page.keyboard().press("Enter");
        }
        page.keyboard().press("Control+Enter");

        OrderDetail order = placed(page);
        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("22423", "22423", "84879");
        assertThat(order.lines()).extracting(OrderLine::quantity).containsOnly(3L);
    }

    @Test
    void aDraftSurvivesTheBrowserAndIsPlacedFromAnother() {
        Page first = signedIn(browser.desk());
        first.keyboard().type("Zebedee Fox");
        assertThat(option(first, "New customer")).isVisible();
        first.keyboard().press("Enter");
        assertThat(first.locator("#company")).isFocused();
        for (String field : List.of("", "", "zeb@example.com", "3 Barn Lane", "", "YO1 7EP", "York", "")) {
            first.keyboard().type(field);
            first.keyboard().press("Enter");
        }
        assertThat(first.locator("#country")).isFocused();
        first.locator("#entry").focus();
        first.keyboard().type("22423");
        assertThat(option(first, "22423")).isVisible();
        first.keyboard().press("Enter");
        first.keyboard().press("Enter");
        keptAs(first, "Saved just now");
        first.waitForURL(url -> url.matches(".*/desk/\\d+"));
        Browser.keep(first, "desk-guest");
        assertThat(Axe.violations(first)).isEmpty();
        first.locator("#note").focus();
        first.keyboard().type("gate is open");
        first.navigate(world.url() + "/orders");
        first.context().close();

        Page second = signedIn(browser.desk());
        second.locator(".drafts summary").press("Enter");
        assertThat(Axe.violations(second)).isEmpty();
        Locator draft = second.locator(".drafts a:has-text('Zebedee Fox')");
        assertThat(draft).isVisible();
        draft.press("Enter");
        assertThat(second.locator("#street")).hasValue("3 Barn Lane");
        assertThat(second.locator("#note")).hasValue("gate is open");
        assertThat(second.locator("#desk-lines tr")).hasCount(1);
        second.keyboard().press("Control+Enter");

        OrderDetail order = placed(second);
        assertThat(order.head().shipTo().name()).isEqualTo("Zebedee Fox");
        assertThat(order.head().comment()).isEqualTo("gate is open");
        assertThat(order.head().customerId()).isNotNull();
        second.navigate(world.url() + "/desk");
        assertThat(second.locator(".drafts")).hasCount(0);
    }

    @Test
    void linesAreChangedAndRemovedByKeyboardAndCreditIsWatched() {
        Page page = signedIn(browser.desk());
        page.keyboard().type("harton");
        assertThat(option(page, "Harton")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#desk-buyer")).containsText("Open credit");
        for (String sku : List.of("84879", "84880")) {
            page.locator("#entry").focus();
            page.keyboard().type(sku);
            assertThat(option(page, sku)).isVisible();
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
        }
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#quantity-2")).isFocused();
        page.keyboard().type("50");
        assertThat(page.locator("#promise-2")).containsText("48 wait: no date yet");
        assertThat(page.locator("#desk-sum")).containsText("beyond the open credit");
        assertThat(Axe.violations(page)).isEmpty();
        Browser.keep(page, "desk-beyond-credit");
        page.keyboard().press("ArrowUp");
        page.keyboard().type("0");
        page.keyboard().press("Enter");
        assertThat(page.locator("#desk-lines tr")).hasCount(1);
        assertThat(page.locator("#quantity-2")).isFocused();
        page.keyboard().type("x");
        assertThat(page.locator("#item-2")).containsText("is not a quantity");
        assertThat(page.locator("#quantity-2")).isFocused();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".notice.tone-bad")).containsText("The order was not placed.");
        assertThat(page.locator("#quantity-1")).isFocused();
        assertThat(page.locator("#quantity-1")).hasValue("x");
        assertThat(Axe.violations(page)).isEmpty();
        Browser.keep(page, "desk-refused");
        page.keyboard().type("2");
        page.locator("#street").focus();
        page.keyboard().type("1 Mill Lane");
        page.locator("#city").focus();
        page.keyboard().type("York");
        assertThat(page.locator("#desk-sum")).not().containsText("Still needed");
        page.keyboard().press("Control+Enter");
        assertThat(placed(page).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(2));
    }

    @Test
    void itLooksWellWhileSomethingIsFoundOnEveryScreenAndInGerman() {
        for (Page page : List.of(browser.desk(), browser.window(1360, 850, ColorScheme.DARK), browser.phone())) {
            boolean dark =
                    Boolean.TRUE.equals(page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches"));
            String look = page.viewportSize().width < 500 ? "phone" : dark ? "dark" : "light";
            signedIn(page);
            page.keyboard().type("har");
            assertThat(option(page, "Harton")).isVisible();
            looksWell(page, look);
            Browser.keep(page, "desk-customers-" + look);
            page.keyboard().press("Enter");
            assertThat(page.locator("#desk-buyer")).containsText("Another customer");
            page.locator("#entry").focus();
            page.keyboard().type("bird");
            assertThat(option(page, "84880")).isVisible();
            looksWell(page, look);
            Browser.keep(page, "desk-items-" + look);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.keyboard().type("3");
            page.keyboard().press("Enter");
            assertThat(page.locator("#total-1")).containsText("GBP");
            Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
            assertThat(overflow).isEqualTo(0);
            Browser.keepWhole(page, "desk-line-" + look);
            if (look.equals("light")) {
                page.locator("[popovertarget=me]").click();
                page.locator("#me button:has-text('Deutsch')").click();
                assertThat(page.locator("html")).hasAttribute("lang", "de");
                page.navigate(world.url() + "/desk");
                page.locator(".drafts summary").click();
                page.locator(".drafts a").first().click();
                assertThat(page.locator("#desk-sum")).containsText("Gesamt");
                assertThat(Axe.violations(page)).isEmpty();
                Browser.keepWhole(page, "desk-german");
            }
        }
    }

    private static void looksWell(Page page, String look) {
        if (look.equals("dark")) {
            assertThat(Contrast.paleTexts(page)).isEmpty();
        } else {
            assertThat(Axe.violations(page)).isEmpty();
        }
    }
}
