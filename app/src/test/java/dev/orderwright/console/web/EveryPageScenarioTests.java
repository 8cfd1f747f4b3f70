package dev.orderwright.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Axe;
import dev.orderwright.Browser;
import dev.orderwright.ConsoleCrawl;
import dev.orderwright.Contrast;
import dev.orderwright.DataNames;
import dev.orderwright.StrayWords;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.allocation.Sharing;
import dev.orderwright.allocation.SharingWish;
import dev.orderwright.delivery.Confidence;
import dev.orderwright.desk.Desk;
import dev.orderwright.desk.OpenOrders;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.inventory.Goods;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.TransferDraft;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.BulkHolds;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.ItemDemand;
import dev.orderwright.promising.SharingRule;
import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.MarkedLanguage;
import dev.orderwright.whatif.WhatIfWish;
import dev.orderwright.whatif.WhatIfs;
import dev.orderwright.workbench.Drafts;
import dev.orderwright.workbench.SavedViews;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the console, with the demo company on it: does everybody come along, and do all links lead somewhere? */
class EveryPageScenarioTests {

    private static final Map<String, Object> DEMO = Map.of("orderwright.demo", true, "orderwright.workers", true);
    private static final int FIRST_BYTES_MAX = 150_000;
    private static final int NEXT_BYTES_MAX = 30_000;

    /** Parts of pages, addresses that only lead on, and questions about what the demo company has none of. */
    private static final List<String> NO_PAGES = List.of(
            "/today/tiles",
            "/today/panels",
            "/inventory/book/{work}/effect",
            "/jobs/{id}/body",
            "/orders/tabs",
            "/orders/count",
            "/imports/{id}/body",
            "/admin/what-if/{id}/body",
            "/backlog/{id}",
            "/backlog/{id}/body",
            "/desk/customers",
            "/desk/items",
            "/admin/messages/retry",
            "/admin/keys/{id}/revoke",
            "/imports/{id}/run",
            "/pack/{work}/part",
            "/customers/{customer}/holds/{hold}/release",
            "/inventory/{item}/supplies/{supply}",
            "/login");

    /** Puts the focus on one thing after the other, as the tab key does: is each seen then, and not behind something? */
    private static final String WALK = """
            () => {
                const wrong = [];
                const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea,'
                    + ' summary, [tabindex="0"]')].filter(each => !each.matches(':disabled') && each.checkVisibility({
                        visibilityProperty: true, opacityProperty: false }) && !each.closest('[popover]:not(:popover-open)'));
                for (const each of all) {
                    each.focus({ focusVisible: true });
                    const name = each.outerHTML.slice(0, 80);
                    const style = getComputedStyle(each);
                    const box = each.getBoundingClientRect();
                    if (document.activeElement !== each) {
                        wrong.push('does not take the focus: ' + name);
                    } else if (style.outlineStyle === 'none' && style.boxShadow === 'none') {
                        wrong.push('does not show the focus: ' + name);
                    } else if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) {
                        wrong.push('is outside of the window: ' + name);
                    } else {
                        const line = [...each.getClientRects()][0];
                        const there = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
                        if (there && there.closest('.top') && !each.closest('.top')) {
                            wrong.push('is behind the bar: ' + name);
                        }
                    }
                }
                document.activeElement.blur();
                scrollTo(0, 0);
                const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
                wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => 'is there twice: #' + id));
                return wrong.slice(0, 5);
            }
            """;

    /** Rows of a list are made by one template: so many of them tell what all would. */
    private static final String SHORTEN =
            "() => document.querySelectorAll('tbody tr:nth-child(n + 21)').forEach(row => row.remove())";

    private static World world;
    private static Browser browser;
    private static ConsoleCrawl crawl;

    @BeforeAll
    static void start() throws SQLException {
        world = World.on(World.newDatabase(), DEMO, MarkedLanguage.spoken());
        aTransferIsUnderWay();
        ordersArePlayedAgain();
        anItemIsSharedOut();
        anOrderIsHeldByAJobAndAMessageWritten();
        deliveriesHaveTaughtHowLongTheyTake();
        browser = new Browser();
        String password = world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow();
        Visitor administrator =
                Visitor.signedIn(world, FirstAdministrator.LOGIN, password).keeping(MarkedLanguage.COOKIE, "on");
        // Only some of the many invoices are looked at, and few of them have been credited.
        String credited = "/credit-notes/" + aCreditNote();
        String order = "/orders/" + one("select number from orders.sales_order where lifecycle = 'CONFIRMED' limit 1");
        String placed = "/desk/placed/" + one("select max(number) from orders.sales_order");
        aPhoneOrderIsBegun();
        long view = world.bean(SavedViews.class)
                .save(new Goods(world).cause(), "orders", "Express", "view=open&method=EXPRESS", true)
                .orThrow()
                .viewId();
        crawl = ConsoleCrawl.of(
                world,
                administrator,
                "/",
                "/search?q=a",
                "/design",
                "/account/password",
                credited,
                placed,
                order + "/peek",
                order + "/timeline",
                "/orders?view=open&hold=REVIEW",
                "/views/" + view + "/delete?path=/orders");
    }

    private static void anOrderIsHeldByAJobAndAMessageWritten() throws SQLException {
        Goods goods = new Goods(world);
        long order = Long.parseLong(one("select max(id) from orders.sales_order where lifecycle = 'CONFIRMED'"));
        world.bean(BulkHolds.class)
                .start(goods.cause(), new BulkHolds.Wish(HoldType.REVIEW, "to be looked at"), List.of(order))
                .orThrow();
        world.bean(Notices.class)
                .send(goods.cause(), order, NoticeKind.CONFIRMATION, "somebody@example.com")
                .orThrow();
    }

    private static void aPhoneOrderIsBegun() throws SQLException {
        PhoneOrder order = PhoneOrder.blank()
                .with(new PhoneOrder.Buyer(
                        "",
                        one("select max(number) from customers.customer where account and active"),
                        false,
                        false,
                        ""));
        world.bean(OpenOrders.class)
                .save(
                        Actor.user(FirstAdministrator.LOGIN),
                        Long.toString(world.bean(Ids.class).next()),
                        world.bean(Desk.class).begun(order),
                        Drafts.NEW)
                .orThrow();
    }

    private static String aCreditNote() throws SQLException {
        return one("select max(number) from billing.credit_note");
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = world.connection();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            found.next();
            return Objects.requireNonNull(found.getString(1), "the demo company has none: " + query);
        }
    }

    private static void ordersArePlayedAgain() {
        Goods goods = new Goods(world);
        WhatIfs whatIfs = world.bean(WhatIfs.class);
        Rule rule = new Rule(
                SourcingStrategy.ANY_CHANNEL, "", Aim.LEAST_COST, Map.of(), 0, 0, 0, Splitting.PER_QUANTITY, 0);
        int draft = world.bean(Strategies.class)
                .make(goods.cause(), new Strategies.Wish(0, null, List.of(rule), "split more", true))
                .orThrow()
                .strategy()
                .version();
        Instant now = world.clock().instant();
        long run = whatIfs.ask(goods.cause(), new WhatIfWish(now.minus(Duration.ofDays(366)), now, null, null, draft))
                .orThrow()
                .runId();
        for (int i = 0; i < 1_000 && !whatIfs.find(run).orElseThrow().state().isOver(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(whatIfs.find(run).orElseThrow().result()).isNotNull();
    }

    private static void anItemIsSharedOut() {
        long item = world.bean(ItemDemand.class).lacking(1).getFirst().itemId();
        world.bean(Sharing.class)
                .share(
                        new Goods(world).cause(),
                        new SharingWish(item, SharingRule.PROPORTIONAL, true, Map.of(), null, "fairer"))
                .orThrow();
    }

    private static void deliveriesHaveTaughtHowLongTheyTake() {
        Confidence confidence = world.bean(Confidence.class);
        for (int i = 0; i < 1_000 && confidence.known().learned().replayed().isEmpty(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(confidence.known().learned().replayed()).isNotEmpty();
    }

    private static void aTransferIsUnderWay() {
        Goods goods = new Goods(world);
        Inventory inventory = world.bean(Inventory.class);
        long item = goods.item();
        long from = goods.node();
        goods.supply(item, from, 10);
        inventory
                .shipTransfer(
                        goods.cause(),
                        new TransferDraft(
                                from,
                                goods.node(),
                                LocalDate.of(2026, 3, 9),
                                "",
                                "",
                                List.of(new TransferDraft.TransferLine(item, 2, ""))))
                .orThrow();
    }

    @AfterAll
    static void stop() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
        world.close();
    }

    private static String name(String route) {
        String name = route.replaceAll("[{}]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "start" : name;
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryPageIsLedTo() {
        assertThat(crawl.failures()).isEmpty();
        assertThat(crawl.unseen()).containsExactlyInAnyOrderElementsOf(NO_PAGES);
        assertThat(crawl.pages()).hasSizeGreaterThan(30);
    }

    @Test
    void noWordOfAPageStandsOutsideOfTheFilesOfWords() throws SQLException {
        StrayWords strays = new StrayWords(DataNames.of(world));
        Map<String, String> found = new TreeMap<>();
        crawl.answers().forEach((address, page) -> strays.of(page).forEach(word -> found.putIfAbsent(word, address)));
        assertThat(found).isEmpty();
    }

    @Test
    void everybodyComesAlongOnEveryPageAndNoneIsHeavy() {
        Page page = browser.desk();
        AtomicLong bytes = new AtomicLong();
        countBytes(page, bytes);
        page.navigate(world.url() + "/login");
        page.waitForLoadState();
        assertThat(bytes.get()).as("the first page").isBetween(20_000L, (long) FIRST_BYTES_MAX);
        Browser.signIn(page, world);
        page.waitForLoadState();
        Map<String, List<String>> wrong = new TreeMap<>();
        crawl.pages().forEach((route, addresses) -> {
            bytes.set(0);
            page.navigate(world.url() + addresses.getFirst());
            page.waitForLoadState();
            List<String> seen = new ArrayList<>();
            if (bytes.get() > NEXT_BYTES_MAX) {
                seen.add("loads " + bytes.get() + " bytes");
            }
            for (int width : new int[] {680, 390}) {
                page.setViewportSize(width, 844);
                Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
                if (((Number) Objects.requireNonNull(overflow)).intValue() > 0) {
                    seen.add(overflow + " px too wide at " + width);
                }
            }
            page.evaluate(SHORTEN);
            seen.addAll(Axe.violationsOfWidth(page));
            Browser.keepScreen(page, "phone", name(route));
            page.setViewportSize(1360, 850);
            seen.addAll(Axe.violations(page));
            seen.addAll(found(page, WALK));
            Browser.keepScreen(page, "light", name(route));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            seen.addAll(Contrast.paleTexts(page));
            Browser.keepScreen(page, "dark", name(route));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            if (!seen.isEmpty()) {
                wrong.put(route, seen);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void countBytes(Page page, AtomicLong bytes) {
        CDPSession network = page.context().newCDPSession(page);
        network.on(
                "Network.loadingFinished",
                (JsonObject event) ->
                        bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        network.send("Network.enable");
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, String script) {
        return (List<String>) Objects.requireNonNull(page.evaluate(script));
    }
}
