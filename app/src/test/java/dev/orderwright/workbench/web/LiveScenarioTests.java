package dev.orderwright.workbench.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.People;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.BulkHolds;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.workbench.Live;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at their browsers: each sees what the other does, as it happens. */
class LiveScenarioTests {

    private static final List<Page> PAGES = new ArrayList<>();
    private static World world;
    private static Shop shop;
    private static Browser browser;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of("orderwright.live.beat", "500ms"));
        shop = new Shop(world);
        People.add(world, "ann", Role.OPERATIONS);
        People.add(world, "bob", Role.OPERATIONS);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
        assertThat(browser.complaints()).isEmpty();
    }

    /** Each test begins with nobody looking. */
    @AfterEach
    void closeAll() throws InterruptedException {
        PAGES.forEach(page -> page.context().close());
        PAGES.clear();
        for (int i = 0; i < 200 && world.bean(Live.class).open() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(world.bean(Live.class).open()).isZero();
    }

    private static Page signedIn(Page page, String login) {
        PAGES.add(page);
        Browser.signIn(page, world, login, People.PASSWORD);
        return page;
    }

    /** A while ago. */
    private static Placed placed() {
        Placed order = shop.place(shop.draft(shop.item().times(2)));
        world.clock().advance(Duration.ofMinutes(1));
        return order;
    }

    /** Streams are begun a moment after the page is there. */
    private static void awaitStreams(int count) throws InterruptedException {
        for (int i = 0; i < 200 && world.bean(Live.class).open() < count; i++) {
            Thread.sleep(50);
        }
        assertThat(world.bean(Live.class).open()).isGreaterThanOrEqualTo(count);
    }

    @Test
    void aPageShowsWhatAnotherPersonHasDoneAsItHappens() throws Exception {
        Placed order = placed();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(1);
        assertThat(ann.locator("main")).not().containsText("rings on Friday");

        Page bob = signedIn(browser.desk(), "bob");
        bob.navigate(world.url() + "/orders/" + order.number());
        bob.locator("#comment").fill("rings on Friday");
        ann.locator("#order a[href^='/items/'], #order a[href^='/inventory/']")
                .first()
                .focus();
        String focused = focused(ann);
        bob.locator("form:has(#comment) button").click();

        assertThat(ann.locator("main")).containsText("rings on Friday");
        assertThat(ann.locator("main h1")).hasText(order.number());
        assertThat(focused).startsWith("/");
        ann.waitForFunction("href => document.activeElement.getAttribute('href') === href", focused);
    }

    @Test
    void aRushOfChangesIsShownFromTimeToTimeAndInTheEnd() throws Exception {
        Placed order = placed();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(1);
        AtomicInteger fetched = new AtomicInteger();
        ann.onRequest(request -> {
            if (request.url().endsWith("/orders/" + order.number())) {
                fetched.incrementAndGet();
            }
        });
        for (int i = 1; i <= 10; i++) {
            comment(order, "change " + i + " of ten");
            Thread.sleep(200);
        }
        assertThat(ann.locator("main")).containsText("change 10 of ten");
        assertThat(fetched).hasValueBetween(1, 4);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.getAttribute('href')");
    }

    @Test
    void whoTypesLosesNothingAndIsToldThatSomethingHasChanged() throws Exception {
        Placed order = placed();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(1);
        ann.locator("#comment").pressSequentially("I was just about to");
        Cause cause = Cause.of(Actor.user("bob"), shop.word("k"), world.clock().instant());
        shop.holds
                .place(cause, List.of(Holds.Wish.onOrder(order.orderId(), HoldType.REVIEW, "looks odd")))
                .orThrow();

        assertThat(ann.locator("[data-live-stale]")).containsText("bob has changed this meanwhile.");
        assertThat(ann.locator("#comment")).hasValue("I was just about to");
        Browser.keep(ann, "live-changed-meanwhile");
        ann.locator("[data-live-stale] button").click();
        assertThat(ann.locator("main")).containsText("looks odd");
        assertThat(ann.locator("[data-live-stale]")).hasCount(0);
    }

    @Test
    void whoFillsInAFormOfTheSameRecordIsAnnouncedUntilTheyLeave() throws Exception {
        Placed order = placed();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/orders/" + order.number());
        Page bob = signedIn(browser.desk(), "bob");
        bob.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(2);
        bob.locator("#comment").pressSequentially("hm");

        assertThat(ann.locator("[data-editing]")).hasText("Bob is editing this, too.");
        assertThat(bob.locator("[data-editing]")).hasCount(0);
        Browser.keep(ann, "live-presence");
        bob.navigate(world.url() + "/orders");
        assertThat(ann.locator("[data-editing]")).hasCount(0);
    }

    @Test
    void theTabsOfABrowserShareOneStreamAndAHiddenOnesIsHandedOn() throws Exception {
        Placed order = placed();
        Page first = signedIn(browser.desk(), "ann");
        first.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(1);
        Page second = first.context().newPage();
        second.navigate(world.url() + "/orders/" + order.number());
        comment(order, "for both tabs");
        assertThat(first.locator("main")).containsText("for both tabs");
        assertThat(second.locator("main")).containsText("for both tabs");
        assertThat(world.bean(Live.class).open()).isEqualTo(1);

        first.close();
        comment(order, "for the one that is left");
        assertThat(second.locator("main")).containsText("for the one that is left");
        second.close();
    }

    @Test
    void aPageThatNobodySeesListensToNothingAndIsRightWhenSomebodyLooks() throws Exception {
        Placed order = placed();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/orders/" + order.number());
        awaitStreams(1);
        AtomicInteger fetched = new AtomicInteger();
        ann.onRequest(request -> {
            if (request.url().endsWith("/orders/" + order.number())) {
                fetched.incrementAndGet();
            }
        });
        see(ann, false);
        comment(order, "said while nobody looked");
        ann.waitForTimeout(1_500);
        assertThat(fetched).hasValue(0);
        see(ann, true);
        assertThat(ann.locator("main")).containsText("said while nobody looked");
        comment(order, "said afterwards");
        assertThat(ann.locator("main")).containsText("said afterwards");
    }

    /** As if the tab came to the front, or went to the back. */
    private static void see(Page page, boolean seen) {
        page.evaluate("""
                seen => {
                    Object.defineProperty(document, "hidden", { value: !seen, configurable: true });
                    document.dispatchEvent(new Event("visibilitychange"));
                }
                """, seen);
    }

    private static void comment(Placed order, String text) {
        Cause cause = Cause.of(Actor.user("bob"), shop.word("k"), world.clock().instant());
        shop.orders.comment(cause, order.orderId(), text).orThrow();
    }

    @Test
    void aJobIsFollowedWhileItGoesOnAndTakenBack() throws Exception {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            orders.add(shop.place(shop.draft(shop.item().times(1))).orderId());
        }
        shop.orders
                .cancel(shop.cause(), new CancelOrder(orders.getFirst(), null, List.of(), "no longer wanted"))
                .orThrow();
        Page ann = signedIn(browser.desk(), "ann");
        ann.navigate(world.url() + "/jobs");
        Browser.keep(ann, "jobs-empty");
        Cause cause = Cause.of(Actor.user("ann"), shop.word("k"), world.clock().instant());
        long job = world.bean(BulkHolds.class)
                .start(cause, new BulkHolds.Wish(HoldType.REVIEW, "recall of a batch"), orders)
                .orThrow()
                .jobId();
        ann.navigate(world.url() + "/jobs/" + job);
        awaitStreams(1);
        assertThat(ann.locator("progress")).hasAttribute("value", "0");
        Browser.keep(ann, "job-begun");
        work();
        assertThat(ann.locator("progress")).hasAttribute("value", "100");
        Browser.keep(ann, "job-running");
        work();
        assertThat(ann.locator("progress")).hasCount(0);
        assertThat(ann.locator(".chip")).hasText("Done, some refused");
        for (ColorScheme scheme : ColorScheme.values()) {
            if (scheme != ColorScheme.NO_PREFERENCE) {
                Page wide = signedIn(browser.window(1360, 850, scheme), "ann");
                wide.navigate(world.url() + "/jobs/" + job);
                Browser.keep(wide, "job-done-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                wide.close();
            }
        }
        Page phone = signedIn(browser.phone(), "ann");
        phone.navigate(world.url() + "/jobs/" + job);
        Browser.keep(phone, "job-done-phone");
        assertThat(phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        phone.navigate(world.url() + "/jobs");
        Browser.keep(phone, "jobs-phone");
        phone.close();

        ann.locator("#undo").click();
        ann.waitForURL(url -> !url.endsWith("/" + job));
        work();
        work();
        assertThat(ann.locator(".chip")).hasText("Done");
        assertThat(ann.locator("h1")).containsText("Undo: Hold 129 orders");
        ann.navigate(world.url() + "/jobs");
        assertThat(ann.locator("tbody tr")).hasCount(2);
        Browser.keep(ann, "jobs");
    }

    private static void work() {
        world.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals("jobs"))
                .forEach(BackgroundWork::round);
    }
}
