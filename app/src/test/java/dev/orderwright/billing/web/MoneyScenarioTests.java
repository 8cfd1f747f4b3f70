package dev.orderwright.billing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.orderwright.Browser;
import dev.orderwright.Contrast;
import dev.orderwright.World;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Till;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The money screens in a browser: without a mouse, on a phone, light and dark. */
class MoneyScenarioTests {

    private static World world;
    private static Till till;
    private static Browser browser;
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        world = World.fresh();
        till = new Till(world);
        browser = new Browser();
        someMoney();
    }

    @AfterAll
    static void stop() {
        browser.close();
        world.close();
        assertThat(browser.complaints()).isEmpty();
    }

    /** Invoices of every kind: overdue, partly paid, credited, paid by card, refused, unknown, and not covered. */
    private static void someMoney() {
        String customer = till.shop.customer(10_000_000);
        List<Long> account = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            account.add(till.onAccount(
                            customer, till.item.times(40L * i), till.shop.item().times(2))
                    .orderId());
        }
        till.ship(account.subList(0, 2));
        world.clock().advance(Duration.ofDays(45));
        till.ship(account.subList(2, 4));
        till.takeBack(account.get(2), 1, 3);
        Invoice partly = till.money(account.get(2)).invoices().getFirst();
        till.receivables
                .receive(
                        till.shop.cause(),
                        List.of(new dev.orderwright.billing.Receipt(partly.number(), 12_000, "GBP", "statement 11")))
                .orThrow();
        long card = prepaid("tok_ok", 12);
        long refused = prepaid("tok_refuse_capture", 5);
        long unknown = prepaid("tok_delay_capture", 7);
        till.ship(List.of(card, refused, unknown));
        till.work();
        till.takeBack(card, 1, 4);
        till.work();
        String uncovered = till.shop
                .place(till.shop.draft(null, PaymentTerms.PREPAID, null, till.item.times(3)))
                .number();
        String order = till.shop.detail(card).head().number();
        PAGES.put("invoices", "/invoices");
        PAGES.put("invoices-overdue", "/invoices?view=overdue");
        PAGES.put("invoices-all", "/invoices?view=all");
        PAGES.put("invoice", "/invoices/" + partly.number());
        PAGES.put(
                "invoice-card",
                "/invoices/" + till.money(card).invoices().getFirst().number());
        PAGES.put(
                "credit-note",
                "/credit-notes/" + till.money(card).creditNotes().getFirst().number());
        PAGES.put("payments", "/payments");
        PAGES.put("payments-unknown", "/payments?view=unknown");
        PAGES.put("payments-pending", "/payments?view=pending");
        PAGES.put("order-money", "/orders/" + order);
        PAGES.put("order-uncovered", "/orders/" + uncovered);
        PAGES.put("customer-money", "/customers/" + customer);
        PAGES.put("today-money", "/");
    }

    private static long prepaid(String token, long units) {
        OrderDraft.Payment payment = new OrderDraft.Payment("card", token, till.shop.word("auth-"), 100_000);
        return till.shop
                .place(till.shop.draft(null, PaymentTerms.PREPAID, payment, till.item.times(units)))
                .orderId();
    }

    private static Page signedIn(Page page) {
        Browser.signIn(page, world);
        return page;
    }

    @Test
    void anAccountantFindsAnInvoiceAndBooksItsMoneyWithoutAMouse() {
        String customer = till.shop.customer(10_000_000);
        long order = till.onAccount(customer, till.item.times(6)).orderId();
        till.ship(order);
        Invoice invoice = till.money(order).invoices().getFirst();
        Page page = signedIn(browser.desk());
        page.keyboard().press("g");
        page.keyboard().press("v");
        page.waitForURL("**/invoices");
        page.keyboard().press("f");
        assertThat(page.locator("#customer")).isFocused();
        page.keyboard().type(customer);
        page.keyboard().press("Enter");
        page.waitForURL("**customer=**");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/invoices/" + invoice.number());
        page.keyboard().press("r");
        assertThat(page.locator("#amount")).isFocused();
        assertThat(page.locator("#amount")).hasValue("18.00");
        page.keyboard().press("Tab");
        page.keyboard().type("statement 12");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("18.00 GBP is booked.");
        assertThat(till.money(order).due()).isZero();
        assertThat(page.locator("h1 ~ .chip").first()).hasText("paid");
    }

    @Test
    void moneyInEveryStateIsReadableLightDarkAndOnAPhone() {
        Page page = signedIn(browser.desk());
        PAGES.forEach((name, path) -> {
            page.setViewportSize(1360, 850);
            page.navigate(world.url() + path);
            Browser.keepWhole(page, name + "-light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Contrast.paleTexts(page)).as(path).isEmpty();
            Browser.keepWhole(page, name + "-dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(overflow(page)).as(path).isLessThanOrEqualTo(0);
            page.setViewportSize(390, 844);
            assertThat(overflow(page)).as(path + " on a phone").isLessThanOrEqualTo(0);
            Browser.keepWhole(page, name + "-phone");
        });
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
