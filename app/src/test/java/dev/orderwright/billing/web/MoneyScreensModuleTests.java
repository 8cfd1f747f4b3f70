package dev.orderwright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceState;
import dev.orderwright.billing.Till;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.Who;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The money screens as an accountant uses them: lists, pages, forms and what they say when something is wrong. */
class MoneyScreensModuleTests {

    private static final Till till = Till.shared();

    private Visitor admin = signedIn();

    /** Each test signs in anew: some let weeks go by, and no session lasts that long. */
    private static Visitor signedIn() {
        return Visitor.signedIn(
                till.world(),
                "admin",
                till.world().bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private static Invoice invoiced(String customer, int units) {
        long order = till.onAccount(customer, till.item.times(units)).orderId();
        till.ship(order);
        return till.money(order).invoices().getFirst();
    }

    private String page(String path) {
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static Who clerk(String... permissions) {
        return new Who(Actor.user("clerk"), "Clerk", Set.of(permissions), Set.of(), Set.of(), null, false);
    }

    @Test
    void tickedInvoicesOrAllOfACustomerArePrintedTogether() {
        String customer = till.shop.customer(1_000_000);
        Invoice one = invoiced(customer, 2);
        Invoice two = invoiced(customer, 3);
        String list = "/invoices?view=open&customer=" + customer;
        assertThat(page(list)).contains("Print invoices");
        List<HttpResponse<String>> papers = List.of(
                admin.submit(list, "/invoices/papers.pdf", "invoice", two.number(), "invoice", one.number()),
                admin.submit(list, "/invoices/papers.pdf", "everything", "on", "view", "open", "customer", customer));
        assertThat(papers).allSatisfy(paper -> {
            assertThat(paper.statusCode()).isEqualTo(200);
            assertThat(paper.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(name -> assertThat(name).contains("invoices-2.pdf"));
        });
    }

    @Test
    void theListShowsAViewWithItsCountsAndOneCustomersInvoices() {
        String customer = till.shop.customer(1_000_000);
        Invoice invoice = invoiced(customer, 4);
        String list = page("/invoices?view=open&customer=" + customer);
        assertThat(list)
                .contains("href=\"/invoices/" + invoice.number() + "\"")
                .contains("href=\"/orders/" + invoice.orderNumber() + "\"")
                .contains("href=\"/invoices?view=overdue&amp;customer=" + customer + "\"");
        assertThat(text(list))
                .contains("12.00 GBP")
                .contains("Customer " + customer)
                .contains("1 invoice ");
        assertThat(page("/invoices?view=open&customer=NOBODY")).contains("No invoice fits this filter");
    }

    @Test
    void anInvoiceThatIsOverdueStandsInItsViewWithItsAge() {
        String customer = till.shop.customer(1_000_000);
        Invoice invoice = invoiced(customer, 3);
        till.world().clock().advance(Duration.ofDays(40));
        admin = signedIn();
        String list = text(page("/invoices?view=overdue&customer=" + customer));
        assertThat(list).contains(invoice.number()).contains("10 days overdue");
        assertThat(list).contains("Open by age").contains("9.00");
        assertThat(page("/invoices?age=days_30&customer=" + customer)).contains(invoice.number());
        assertThat(page("/invoices?age=days_60&customer=" + customer)).doesNotContain(invoice.number());
        assertThat(page("/invoices?age=not_due&customer=" + customer)).doesNotContain(invoice.number());
        List<TodayTile> tiles = till.world().bean(MoneyTiles.class).tilesFor(clerk("billing:read"));
        assertThat(tiles)
                .anySatisfy(tile -> {
                    assertThat(tile.url()).isEqualTo("/invoices?view=overdue");
                    assertThat(tile.count()).isPositive();
                })
                .hasSize(4);
        assertThat(till.world().bean(MoneyTiles.class).tilesFor(clerk("orders:read")))
                .isEmpty();
    }

    @Test
    void moneyIsBookedAndWhatIsWrongIsSaidAtItsField() {
        Invoice invoice = invoiced(till.shop.customer(1_000_000), 2);
        String url = "/invoices/" + invoice.number();
        assertThat(page(url))
                .contains(url + "/receive")
                .contains(url + "/write-off")
                .contains("value=\"6.00\"");

        HttpResponse<String> wrong =
                admin.submit(url, url + "/receive", "amount", "six pounds", "reference", "statement 3");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"amount-error\"")
                .contains("value=\"six pounds\"")
                .contains("value=\"statement 3\"");
        assertThat(admin.submit(url, url + "/receive", "amount", "0", "reference", "x")
                        .body())
                .contains("id=\"amount-error\"");
        assertThat(admin.submit(url, url + "/receive", "amount", "1", "reference", " ")
                        .body())
                .contains("id=\"reference-error\"");

        HttpResponse<String> booked = admin.submit(url, url + "/receive", "amount", "7.50", "reference", "statement 3");
        assertThat(booked.statusCode()).isEqualTo(303);
        String paid = page(url);
        assertThat(text(paid)).contains("1.50 GBP was more than open").contains("statement 3");
        assertThat(paid).doesNotContain(url + "/receive").doesNotContain(url + "/write-off");
    }

    @Test
    void creditOfTheCustomerIsOfferedAndUsed() {
        String customer = till.shop.customer(1_000_000);
        Invoice paid = invoiced(customer, 1);
        Invoice open = invoiced(customer, 2);
        String url = "/invoices/" + open.number();
        assertThat(page(url)).doesNotContain(url + "/use-credit");
        admin.submit(
                "/invoices/" + paid.number(),
                "/invoices/" + paid.number() + "/receive",
                "amount",
                "5",
                "reference",
                "statement 4");
        assertThat(page(url)).contains(url + "/use-credit").contains("2.00 GBP");
        assertThat(admin.submit(url, url + "/use-credit", "creditAmount", "2.01")
                        .body())
                .contains("id=\"creditAmount-error\"");
        assertThat(admin.submit(url, url + "/use-credit", "creditAmount", "2").statusCode())
                .isEqualTo(303);
        assertThat(till.money(open.orderId()).due()).isEqualTo(400);
    }

    @Test
    void aWriteOffNeedsItsReason() {
        Invoice invoice = invoiced(till.shop.customer(1_000_000), 2);
        String url = "/invoices/" + invoice.number();
        assertThat(admin.submit(url, url + "/write-off", "reason", " ").body()).contains("id=\"reason-error\"");
        assertThat(admin.submit(url, url + "/write-off", "reason", "insolvent").statusCode())
                .isEqualTo(303);
        assertThat(till.money(invoice.orderId()).invoices().getFirst().state()).isEqualTo(InvoiceState.WRITTEN_OFF);
        assertThat(text(page(url)))
                .contains("written off")
                .contains("insolvent")
                .contains("admin");
    }

    @Test
    void whatIsOverSomebodysLimitIsNotOffered() {
        Invoice invoice = invoiced(till.shop.customer(1_000_000), 2);
        Who capped = new Who(Actor.user("junior"), "Junior", Set.of("billing:write"), Set.of(), Set.of(), 599L, true);
        InvoiceForms forms = till.world().bean(InvoiceForms.class);
        assertThat(forms.of(invoice, InvoiceForms.Attempt.NONE, capped))
                .extracting(InvoicePage.Form::title)
                .containsExactly("Receive money");
        assertThat(forms.of(invoice, InvoiceForms.Attempt.NONE, clerk("billing:read")))
                .isEmpty();
    }

    @Test
    void aCreditNoteSaysWhatBecameOfTheMoney() {
        String customer = till.shop.customer(1_000_000);
        Invoice invoice = invoiced(customer, 4);
        admin.submit(
                "/invoices/" + invoice.number(),
                "/invoices/" + invoice.number() + "/receive",
                "amount",
                "10",
                "reference",
                "statement 5");
        till.takeBack(invoice.orderId(), 1, 2);
        String number = till.money(invoice.orderId()).creditNotes().getFirst().number();
        assertThat(text(page("/credit-notes/" + number)))
                .contains("4.00 GBP is kept as credit")
                .contains("2.00 GBP is taken off what is open")
                .contains(invoice.number());
        assertThat(page("/invoices/" + invoice.number())).contains("/credit-notes/" + number);
        assertThat(admin.get("/credit-notes/CN-1").statusCode()).isEqualTo(404);
        assertThat(admin.get("/invoices/INV-1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatAProviderRefusedIsTriedAgainOrLetRestFromItsList() {
        long order = till.authorised("tok_refuse_capture", till.item.times(2)).orderId();
        String number = till.shop.detail(order).head().number();
        till.ship(order);
        till.work();
        String list = page("/payments");
        assertThat(text(list)).contains(number).contains("the card issuer has said no");
        String action = action(list, order, "retry");
        assertThat(admin.submit("/payments", action, "back", "/payments?view=attention")
                        .statusCode())
                .isEqualTo(303);
        till.work();
        String again = action(page("/payments"), order, "dismiss");
        assertThat(admin.submit("/payments", again, "reason", "card is closed", "back", "//elsewhere")
                        .headers()
                        .firstValue("Location"))
                .contains("/payments");
        assertThat(page("/payments?view=pending")).contains("/orders/" + number);
        till.work();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000);
    }

    private static String action(String html, long order, String what) {
        Matcher action = Pattern.compile("action=\"(/payments/" + order + "/\\d+/" + what + ")\"")
                .matcher(html);
        assertThat(action.find()).isTrue();
        return action.group(1);
    }

    @Test
    void anUnknownOutcomeIsShownAndLookedUpOnDemand() {
        long order = till.prepaid("tok_lost", till.item.times(1)).orderId();
        till.work();
        String list = page("/payments?view=unknown");
        assertThat(text(list)).contains("outcome unknown").contains("the connection was lost");
        admin.submit("/payments?view=unknown", action(list, order, "retry"));
        till.work();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 300 SUCCEEDED");
    }

    @Test
    void theOrdersPageShowsItsMoneyAndTakesAPaymentForWhatNoneCovers() {
        String number = till.shop
                .place(till.shop.draft(null, PaymentTerms.PREPAID, null, till.item.times(3)))
                .number();
        String url = "/orders/" + number;
        String before = page(url);
        assertThat(text(before)).contains("No payment covers 9.00 GBP");
        assertThat(before).contains("value=\"9.00\"").contains(url + "/confirmation.pdf");
        admin.submit(url, url + "/payments", "paymentAmount", "9", "method", "card", "token", "4111111111111111");
        assertThat(text(page(url))).contains("looks like a card number");
        admin.submit(url, url + "/payments", "paymentAmount", "9.00", "method", "card", "token", "tok_ok");
        till.work();
        long order = till.shop.queries.byNumber(number).orElseThrow().head().id();
        till.ship(order);
        till.work();
        String after = page(url);
        String invoice = till.money(order).invoices().getFirst().number();
        assertThat(after)
                .contains("/invoices/" + invoice + "\"")
                .contains("/invoices/" + invoice + ".pdf")
                .doesNotContain("No payment covers");
        assertThat(after).contains("data-label=\"Captured\" class=\"number nowrap\">9.00<");
        assertThat(text(after)).contains("card over sandbox");
    }

    @Test
    void whatWasShippedWithoutAPaymentIsSeenOnEveryPageThatShouldShowIt() {
        long order = till.shop
                .place(till.shop.draft(null, PaymentTerms.PREPAID, null, till.item.times(3)))
                .orderId();
        till.shop.inRun(run -> {
            till.world()
                    .bean(dev.orderwright.orders.Holds.class)
                    .releaseOfType(run, List.of(order), HoldType.PAYMENT, "pays on Friday");
            return "released";
        });
        till.ship(order);
        till.deliver(order);
        Invoice invoice = till.money(order).invoices().getFirst();
        assertThat(text(page("/invoices/" + invoice.number()))).contains("No authorised payment covers 9.00 GBP");
        assertThat(text(page("/orders/" + invoice.orderNumber()))).contains("No payment covers 9.00 GBP");
        assertThat(text(page("/payments"))).contains("No payment covers");
        assertThat(till.world().bean(MoneyTiles.class).tilesFor(clerk("billing:read")))
                .anySatisfy(tile -> {
                    assertThat(tile.url()).isEqualTo("/invoices?view=uncollected");
                    assertThat(tile.count()).isPositive();
                });
    }

    @Test
    void theCustomersPageShowsWhatHeOwesAndPaysHisCreditOut() {
        String customer = till.shop.customer(1_000_000);
        Invoice paid = invoiced(customer, 1);
        invoiced(customer, 3);
        String receive = "/invoices/" + paid.number();
        admin.submit(receive, receive + "/receive", "amount", "5", "reference", "statement 6");
        String url = "/customers/" + customer;
        assertThat(text(page(url))).contains("Open invoices 9.00 GBP").contains("Has with us 2.00 GBP");
        String payOut = url + "/credit/pay-out";
        admin.submit(url, payOut, "currency", "GBP", "payOutAmount", "2.01", "payOutReference", "transfer 1");
        assertThat(text(page(url))).contains("The customer has less than 2.01 GBP with us");
        admin.submit(url, payOut, "currency", "GBP", "payOutAmount", "2.00", "payOutReference", "transfer 1");
        assertThat(text(page(url))).contains("2.00 GBP is booked as paid out").doesNotContain("Has with us");
        assertThat(till.receivables.credit(till.customerId(customer))).containsEntry("GBP", 0L);
    }

    @Test
    void whatAProviderHasRefusedToTakeCoversNothingSoAnotherPaymentIsOffered() {
        long order = till.authorised("tok_refuse_capture", till.item.times(2)).orderId();
        String url = "/orders/" + till.shop.detail(order).head().number();
        till.ship(order);
        till.deliver(order);
        till.work();
        assertThat(text(page(url))).contains("No payment covers 6.00 GBP").contains("stopped");
        admin.submit(url, url + "/payments", "paymentAmount", "6.00", "method", "card", "token", "tok_ok");
        assertThat(text(page(url))).doesNotContain("No payment covers");
        till.work();
        till.work();
        assertThat(till.money(order).due()).isZero();
        admin.submit(url, action(page(url), order, "dismiss"), "reason", "paid with another card", "back", url);
        till.work();
        assertThat(page(url)).doesNotContain("No payment covers").doesNotContain("/dismiss");
    }

    @Test
    void aRefusedCardIsSaidWithItsReasonAndWhatToDo() {
        long order = till.prepaid("tok_refuse", till.item.times(2)).orderId();
        String url = "/orders/" + till.shop.detail(order).head().number();
        assertThat(text(page(url)))
                .contains("the payment is not authorised yet")
                .doesNotContain("was refused");
        till.work();
        String when = till.world().bean(Show.class).moment(till.world().clock().instant());
        assertThat(text(page(url)))
                .contains("The card was refused on " + when + ": the card issuer has said no. Add another payment or"
                        + " cancel the order")
                .contains("No payment covers 6.00 GBP of this order. The card was refused on " + when
                        + ": the card issuer has said no. Ask the payer for another means and add it here.");
        admin.submit(url, url + "/payments", "paymentAmount", "6.00", "method", "card", "token", "tok_ok");
        assertThat(text(page(url))).doesNotContain("was refused on");
        till.work();
        assertThat(text(page(url))).doesNotContain("was refused on").doesNotContain("No payment covers");
    }

    @Test
    void thePanelIsForThoseWhoMaySeeMoneyAndActsOnlyForThoseWhoMay() {
        long order = till.prepaid("tok_refuse", till.item.times(1)).orderId();
        till.work();
        MoneyPanels panels = till.world().bean(MoneyPanels.class);
        assertThat(panels.panelsFor(order, clerk("orders:read"))).isEmpty();
        MoneyPanel.OfOrder reader = (MoneyPanel.OfOrder)
                panels.panelsFor(order, clerk("billing:read")).getFirst().view();
        assertThat(reader.addPayment()).isEmpty();
        assertThat(reader.uncovered()).isEqualTo("3.00 GBP");
        Panel desk =
                panels.panelsFor(order, clerk("billing:read", "orders:write")).getFirst();
        assertThat(((MoneyPanel.OfOrder) desk.view()).addPayment()).hasSize(3);
        assertThat(panels.panelsFor(1, clerk("billing:read"))).isEmpty();
    }
}
